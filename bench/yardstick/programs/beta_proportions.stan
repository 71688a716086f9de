data {
  int<lower=0> N;
  int<lower=0> K;
  matrix[N, K] X;
  vector<lower=0, upper=1>[N] y;
}
parameters {
  real alpha;
  vector[K] beta;
  real<lower=0> kappa;
}
model {
  vector[N] mu = inv_logit(alpha + X * beta);
  alpha ~ normal(0, 2);
  beta ~ normal(0, 1);
  kappa ~ gamma(2, 0.1);
  y ~ beta(mu * kappa, (1 - mu) * kappa);
}
