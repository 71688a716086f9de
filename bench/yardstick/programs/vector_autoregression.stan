data {
  int<lower=1> T;
  int<lower=1> D;
  array[T] vector[D] y;
}
parameters {
  vector[D] c;
  matrix[D, D] A;
  cholesky_factor_corr[D] L;
  vector<lower=0>[D] tau;
}
model {
  matrix[D, D] S = diag_pre_multiply(tau, L);
  array[T - 1] vector[D] mu;
  c ~ normal(0, 1);
  to_vector(A) ~ normal(0, 0.5);
  L ~ lkj_corr_cholesky(2);
  tau ~ normal(0, 1);
  for (t in 2 : T) {
    mu[t - 1] = c + A * y[t - 1];
  }
  y[2 : T] ~ multi_normal_cholesky(mu, S);
}
