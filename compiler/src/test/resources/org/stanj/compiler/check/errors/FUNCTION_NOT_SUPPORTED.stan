parameters {
  vector[2] mu;
}
model {
  [[1, 0.5], [0.5, 1]] ~ lkj_cov(mu, [1, 1]', 2);
}
