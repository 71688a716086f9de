// A recurrence used in a density in each round.
transformed data { array[6] real r = {0.3, -0.5, 1.2, 0.1, -0.9, 0.4}; }
parameters { real mu; real<lower=0> a0; real<lower=0, upper=1> a1; real<lower=0, upper=1 - a1> b1; }
model {
  real s = 1;
  for (t in 2:6) {
    s = sqrt(a0 + a1 * square(r[t - 1] - mu) + b1 * square(s));
    r[t] ~ normal(mu, s);
  }
}
