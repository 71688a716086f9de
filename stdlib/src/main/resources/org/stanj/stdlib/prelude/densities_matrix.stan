// Densities of correlation and covariance matrices.

/// Log normaliser of the LKJ density of dimension K. Internal.
real lkj_log_normaliser(int K, real eta) {
  real total = (K - 1) * lgamma(eta + 0.5 * (K - 1));
  for (k in 1 : K - 1) {
    total -= 0.5 * k * log(pi()) + lgamma(eta + 0.5 * (K - 1 - k));
  }
  return total;
}

/// Log density of the Cholesky factor of a correlation matrix that is lkj_corr(eta).
real lkj_corr_cholesky_lpdf(
    matrix<lower_triangular> L "Random variable" | real<positive> eta "Shape parameter") {
  int K = rows(L);
  if (K == 0) {
    return 0;
  }
  real terms = 0;
  for (k in 2 : K) {
    terms += (K - k + 2 * eta - 2) * log(L[k, k]);
  }
  return lkj_log_normaliser(K, eta) + terms;
}

/// Log density of the LKJ distribution of correlation matrices: (eta - 1) log det y + const.
real lkj_corr_lpdf(matrix<corr_matrix> y "Correlation matrix" | real<positive> eta "Shape parameter") {
  int K = rows(y);
  if (K == 0) {
    return 0;
  }
  return lkj_log_normaliser(K, eta) + (eta - 1) * log_determinant_spd(y);
}

/// LKJ density of the correlations of a covariance matrix, lognormal densities of its standard
/// deviations.
real lkj_cov_lpdf(
    matrix y "Covariance matrix" |
    vector mu "Location parameter", vector sigma "Scale parameter", real eta "Shape parameter") {
  int K = rows(y);
  if (num_elements(mu) != num_elements(sigma)) {
    fatal_error("lkj_cov_lpdf: Rows of location parameter (", num_elements(mu), ") and columns of scale parameter (",
           num_elements(sigma), ") must match in size");
  }
  if (K != cols(y)) {
    fatal_error("lkj_cov_lpdf: Expecting a square matrix; rows of random variable (", K,
           ") and columns of random variable (", cols(y), ") must match in size");
  }
  if (K != num_elements(mu)) {
    fatal_error("lkj_cov_lpdf: Rows of random variable (", K, ") and rows of location parameter (", num_elements(mu),
           ") must match in size");
  }
  return lkj_cov_terms_lupdf(eta | mu, sigma, y);
}

/// The value of lkj_cov_lpdf, sizes checked. Internal.
@says lkj_cov_lpdf
real lkj_cov_terms_lpdf(
    real<positive> eta "Shape parameter" |
    vector<finite> mu "Location parameter",
    vector<finite> sigma "Scale parameter", matrix<finite> y "Covariance matrix") {
  vector[rows(y)] sds = sqrt(diagonal(y));
  return lognormal_lupdf(sds | mu, sigma) + lkj_corr_lupdf(quad_form_diag(y, inv(sds)) | eta);
}

/// Log density of the Wishart distribution with nu degrees of freedom and scale matrix S.
real wishart_lpdf(
    matrix<symmetric> W "random variable" |
    real nu "Degrees of freedom parameter", matrix<symmetric> S "scale parameter") {
  int K = rows(W);
  if (nu <= K - 1) {
    reject("wishart_lpdf: Degrees of freedom parameter is ", nu, ", but must be greater than ", K - 1, ".000000");
  }
  if (K != cols(S)) {
    fatal_error("wishart_lpdf: Rows of random variable (", K, ") and columns of scale parameter (", cols(S),
           ") must match in size");
  }
  matrix[K, K] LW;
  matrix[K, K] LS;
  LinearAlgebra_choleskyOrNan(W, LW);
  LinearAlgebra_choleskyOrNan(S, LS);
  if (K > 0 && is_nan(LW[1, 1])) {
    reject("wishart_lpdf: LDLT_Factor of random variable is not positive definite.  last conditional variance is ",
           W[K, K], ".");
  }
  if (K > 0 && is_nan(LS[1, 1])) {
    reject("wishart_lpdf: LDLT_Factor of scale parameter is not positive definite.  last conditional variance is ",
           S[K, K], ".");
  }
  matrix[K, K] Z = mdivide_left_tri_low(LS, LW);
  return (nu - K - 1) * sum(log(diagonal(LW))) - 0.5 * nu * K * log2() - lmgamma(K, 0.5 * nu)
         - nu * sum(log(diagonal(LS))) - 0.5 * sum(Z .* Z);
}

/// Log density of the inverse Wishart distribution with nu degrees of freedom and scale matrix S.
real inv_wishart_lpdf(
    matrix<symmetric> W "random variable" |
    real nu "Degrees of freedom parameter", matrix<symmetric> S "scale parameter") {
  int K = rows(S);
  if (nu <= K - 1) {
    reject("inv_wishart_lpdf: Degrees of freedom parameter is ", nu, ", but must be greater than ", K - 1, ".000000");
  }
  if (rows(W) != K) {
    fatal_error("inv_wishart_lpdf: Rows of random variable (", rows(W), ") and columns of scale parameter (", K,
           ") must match in size");
  }
  matrix[K, K] LW;
  matrix[K, K] LS;
  LinearAlgebra_choleskyOrNan(W, LW);
  LinearAlgebra_choleskyOrNan(S, LS);
  if (K > 0 && is_nan(LW[1, 1])) {
    reject("inv_wishart_lpdf: LDLT_Factor of random variable is not positive definite.  last conditional variance is ",
           W[K, K], ".");
  }
  if (K > 0 && is_nan(LS[1, 1])) {
    reject("inv_wishart_lpdf: LDLT_Factor of scale parameter is not positive definite.  last conditional variance is ",
           S[K, K], ".");
  }
  matrix[K, K] Z = mdivide_left_tri_low(LW, LS);
  return -0.5 * nu * K * log2() - lmgamma(K, 0.5 * nu) + nu * sum(log(diagonal(LS)))
         - (nu + K + 1) * sum(log(diagonal(LW))) - 0.5 * sum(Z .* Z);
}

/// Log density of the Cholesky factor of a matrix that is wishart(nu, LSLS').
real wishart_cholesky_lpdf(
    matrix<lower_triangular> LW "Cholesky random variable" |
    real nu "Degrees of freedom parameter", matrix<lower_triangular> LS "Cholesky Scale matrix") {
  int K = rows(LW);
  if (nu <= K - 1) {
    reject("wishart_cholesky_lpdf: Degrees of freedom parameter is ", nu, ", but must be greater than ", K - 1, ".000000");
  }
  real terms = 0;
  for (k in 1 : K) {
    terms += (nu - k) * log(LW[k, k]);
  }
  matrix[K, K] Z = mdivide_left_tri_low(LS, LW);
  return K * log2() * (1 - 0.5 * nu) - lmgamma(K, 0.5 * nu) - nu * sum(log(diagonal(LS))) + terms
         - 0.5 * sum(Z .* Z);
}

/// Log density of the Cholesky factor of a matrix that is inv_wishart(nu, LSLS').
real inv_wishart_cholesky_lpdf(
    matrix<lower_triangular> LW "Cholesky random variable" |
    real nu "Degrees of freedom parameter", matrix<lower_triangular> LS "Cholesky Scale matrix") {
  int K = rows(LW);
  if (nu <= K - 1) {
    reject("inv_wishart_cholesky_lpdf: Degrees of freedom parameter is ", nu, ", but must be greater than ", K - 1, ".000000");
  }
  real terms = 0;
  for (k in 1 : K) {
    terms -= (nu + k) * log(LW[k, k]);
  }
  matrix[K, K] Z = mdivide_left_tri_low(LW, LS);
  return K * log2() * (1 - 0.5 * nu) - lmgamma(K, 0.5 * nu) + nu * sum(log(diagonal(LS))) + terms
         - 0.5 * sum(Z .* Z);
}
