data {
  int<lower=0> N;
  array[N] int<lower=0> y;
}
parameters {
  real<lower=0, upper=1> p;
  positive_ordered[2] rate;
}
model {
  p ~ beta(2, 2);
  rate ~ gamma(2, 0.2);
  for (n in 1 : N) {
    target += log_mix(p, poisson_lpmf(y[n] | rate[1]), poisson_lpmf(y[n] | rate[2]));
  }
}
