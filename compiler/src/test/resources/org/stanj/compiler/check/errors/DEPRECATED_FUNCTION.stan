parameters {
  cov_matrix[2] S;
}
model {
  S ~ lkj_cov([0, 0]', [1, 1]', 2);
}
