data {
  int<lower=0> N;
  int<lower=1> K;
  int<lower=1> D;
  array[N] vector[D] y;
}
parameters {
  simplex[K] theta;
  array[K] vector[D] mu;
  array[K] cholesky_factor_corr[D] L;
  array[K] vector<lower=0>[D] tau;
}
model {
  array[K] matrix[D, D] S;
  for (k in 1 : K) {
    mu[k] ~ normal(0, 3);
    tau[k] ~ normal(0, 2);
    L[k] ~ lkj_corr_cholesky(2);
    S[k] = diag_pre_multiply(tau[k], L[k]);
  }
  for (n in 1 : N) {
    array[K] real lps;
    for (k in 1 : K) {
      lps[k] = log(theta[k]) + multi_normal_cholesky_lpdf(y[n] | mu[k], S[k]);
    }
    target += log_sum_exp(lps);
  }
}
