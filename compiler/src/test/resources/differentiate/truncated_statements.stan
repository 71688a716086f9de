// Truncated statements and distribution functions.
transformed data { int N = 4; array[N] real y = {0.3, -1.2, 2.5, 0.7}; }
parameters { real mu; real<lower=0> s; }
model {
  for (n in 1:N) y[n] ~ normal(mu, s) T[-2, 3];
  for (n in 1:N) y[n] ~ normal(0, s) T[-6, ];
  for (n in 1:N) y[n] ~ normal(0, 1) T[, 7];
  mu ~ normal(0, 1) T[-1, s + 4];
  s ~ exponential(1) T[0, ];
  target += normal_lcdf(1 | mu, s) + normal_lccdf(y[1] | mu, 2);
}
