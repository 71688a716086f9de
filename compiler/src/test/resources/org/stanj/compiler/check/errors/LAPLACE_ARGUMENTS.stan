functions {
  matrix covariance(real x) {
    return [[x]];
  }
}
model {
  target += laplace_marginal_poisson_log_lpmf({1} | {1}, 2.5, 1, covariance, 2);
}
