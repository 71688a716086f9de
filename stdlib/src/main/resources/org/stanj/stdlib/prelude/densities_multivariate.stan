// Densities of vectors and matrices.

/// Multivariate normal density, covariance LL'.
real multi_normal_cholesky_lpdf(vectors<not_nan> y "Random variable" | vectors<finite> mu "Location parameter", matrix L "Cholesky decomposition of a variance matrix") {
  int K = num_elements(y);
  if (K != num_elements(mu)) {
    reject("multi_normal_cholesky_lpdf: Size of random variable (", K, ") and size of location parameter (", num_elements(mu), ") must match in size");
  }
  if (K != rows(L)) {
    reject("multi_normal_cholesky_lpdf: Size of random variable (", K, ") and rows of covariance parameter (", rows(L), ") must match in size");
  }
  if (K != cols(L)) {
    reject("multi_normal_cholesky_lpdf: Size of random variable (", K, ") and columns of covariance parameter (", cols(L), ") must match in size");
  }
  return -0.5 * dot_self(mdivide_left_tri_low(L, y - mu)) - sum(log(diagonal(L))) - 0.5 * K * log(2 * pi());
}
