model {
  cov_matrix[2] S;
}
