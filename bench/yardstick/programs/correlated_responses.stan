data {
  int<lower=0> N;
  int<lower=1> D;
  int<lower=1> K;
  array[N] vector[K] x;
  array[N] vector[D] y;
}
parameters {
  matrix[D, K] beta;
  cholesky_factor_corr[D] L;
  vector<lower=0>[D] tau;
}
model {
  array[N] vector[D] mu;
  for (n in 1 : N) {
    mu[n] = beta * x[n];
  }
  to_vector(beta) ~ normal(0, 2);
  L ~ lkj_corr_cholesky(2);
  tau ~ normal(0, 2);
  y ~ multi_normal_cholesky(mu, diag_pre_multiply(tau, L));
}
