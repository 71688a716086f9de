// Densities of vectors.

/// Log density of the Dirichlet distribution of simplexes with concentrations alpha: Σ (alpha[k] -
/// 1) log theta[k] + const.
real dirichlet_lpdf(
    vectors<simplex> theta "probabilities" | vectors<positive> alpha "prior sample sizes") {
  if (num_elements(theta) != num_elements(alpha)) {
    reject("dirichlet_lpdf: probabilities has size = ", num_elements(theta),
           ", but prior sample sizes has size ", num_elements(alpha), "; and they must be the same size.");
  }
  return lgamma(sum(alpha)) - sum(lgamma(alpha)) + sum((alpha - 1) .* log(theta));
}

/// Log density of the multivariate normal distribution with mean mu and covariance LL'.
real multi_normal_cholesky_lpdf(
    vectors<not_nan> y "Random variable" |
    vectors<finite> mu "Location parameter", matrix L "Cholesky decomposition of a variance matrix") {
  int K = num_elements(y);
  if (K != num_elements(mu)) {
    fatal_error("multi_normal_cholesky_lpdf: Size of random variable (", K,
           ") and size of location parameter (", num_elements(mu), ") must match in size");
  }
  if (K != rows(L)) {
    fatal_error("multi_normal_cholesky_lpdf: Size of random variable (", K,
           ") and rows of covariance parameter (", rows(L), ") must match in size");
  }
  if (K != cols(L)) {
    fatal_error("multi_normal_cholesky_lpdf: Size of random variable (", K,
           ") and columns of covariance parameter (", cols(L), ") must match in size");
  }
  return -0.5 * dot_self(mdivide_left_tri_low(L, y - mu)) - sum(log(diagonal(L)))
         - 0.5 * K * log(2 * pi());
}

/// Log density of the multivariate normal distribution with mean mu and covariance Sigma.
real multi_normal_lpdf(
    vectors<not_nan> y "Random variable" |
    vectors<finite> mu "Location parameter", matrix<symmetric> Sigma "Covariance matrix") {
  int K = num_elements(y);
  if (K != num_elements(mu)) {
    fatal_error("multi_normal_lpdf: Size of random variable (", K, ") and size of location parameter (",
           num_elements(mu), ") must match in size");
  }
  if (K != rows(Sigma)) {
    fatal_error("multi_normal_lpdf: Size of random variable (", K, ") and rows of covariance parameter (",
           rows(Sigma), ") must match in size");
  }
  matrix[rows(Sigma), rows(Sigma)] L = multi_normal_factor(Sigma);
  return -0.5 * dot_self(mdivide_left_tri_low(L, y - mu)) - sum(log(diagonal(L)))
         - 0.5 * K * log(2 * pi());
}

/// Cholesky factor of the covariance, or Stan's complaint. Internal.
matrix multi_normal_factor(matrix Sigma) {
  int K = rows(Sigma);
  matrix[K, K] L;
  LinearAlgebra_choleskyOrNan(Sigma, L);
  if (K > 0 && is_nan(L[1, 1])) {
    reject("multi_normal_lpdf: LDLT_Factor of covariance parameter is not positive definite.  last conditional variance is ",
           Sigma[K, K], ".");
  }
  return L;
}

/// Log density of the multivariate normal distribution with mean mu and precision Omega.
real multi_normal_prec_lpdf(
    vectors<not_nan> y "Random variable" |
    vectors<finite> mu "Location parameter", matrix<symmetric> Omega "Precision matrix") {
  int K = num_elements(y);
  if (K != num_elements(mu)) {
    fatal_error("multi_normal_prec_lpdf: Size of random variable (", K,
           ") and size of location parameter (", num_elements(mu), ") must match in size");
  }
  if (K != rows(Omega)) {
    fatal_error("multi_normal_prec_lpdf: Size of random variable (", K,
           ") and rows of precision parameter (", rows(Omega), ") must match in size");
  }
  matrix[rows(Omega), rows(Omega)] L = multi_normal_prec_factor(Omega);
  return -0.5 * quad_form(Omega, y - mu) + sum(log(diagonal(L))) - 0.5 * K * log(2 * pi());
}

/// Cholesky factor of the precision, or Stan's complaint. Internal.
matrix multi_normal_prec_factor(matrix Omega) {
  int K = rows(Omega);
  matrix[K, K] L;
  LinearAlgebra_choleskyOrNan(Omega, L);
  if (K > 0 && is_nan(L[1, 1])) {
    reject("multi_normal_prec_lpdf: LDLT_Factor of precision parameter is not positive definite.  last conditional variance is ",
           Omega[K, K], ".");
  }
  return L;
}

/// Log density of the multivariate Student t distribution with nu degrees of freedom, location mu
/// and scale matrix LL'.
@says multi_student_t_cholesky
real multi_student_t_cholesky_lpdf(
    vectors<not_nan> y "Random variable" |
    real<positive, finite> nu "Degrees of freedom parameter", vectors<finite> mu "Location parameter",
    matrix<lower_triangular> L "scale parameter") {
  int K = num_elements(y);
  if (K != num_elements(mu) || K != rows(L)) {
    fatal_error("multi_student_t_cholesky: Size of random variable (", K,
           ") and size of location parameter (", num_elements(mu), ") must match in size");
  }
  return lgamma(0.5 * (nu + K)) - lgamma(0.5 * nu) - 0.5 * K * log(nu) - 0.5 * K * log(pi())
         - sum(log(diagonal(L)))
         - 0.5 * (nu + K) * log1p(dot_self(mdivide_left_tri_low(L, y - mu)) / nu);
}

/// Log density of the multivariate Student t distribution with nu degrees of freedom, location mu
/// and scale matrix Sigma.
@says multi_student_t
real multi_student_t_lpdf(
    vectors<not_nan> y "Random variable" |
    real<positive, finite> nu "Degrees of freedom parameter", vectors<finite> mu "Location parameter",
    matrix<symmetric> Sigma "Scale parameter") {
  int K = num_elements(y);
  if (K != num_elements(mu) || K != rows(Sigma)) {
    fatal_error("multi_student_t: Size of random variable (", K, ") and size of location parameter (",
           num_elements(mu), ") must match in size");
  }
  matrix[rows(Sigma), rows(Sigma)] L = multi_student_t_factor(Sigma);
  return lgamma(0.5 * (nu + K)) - lgamma(0.5 * nu) - 0.5 * K * log(nu) - 0.5 * K * log(pi())
         - sum(log(diagonal(L)))
         - 0.5 * (nu + K) * log1p(dot_self(mdivide_left_tri_low(L, y - mu)) / nu);
}

/// Cholesky factor of the scale matrix, or Stan's complaint. Internal.
matrix multi_student_t_factor(matrix Sigma) {
  int K = rows(Sigma);
  matrix[K, K] L;
  LinearAlgebra_choleskyOrNan(Sigma, L);
  if (K > 0 && is_nan(L[1, 1])) {
    reject("multi_student_t: LDLT_Factor of scale parameter is not positive definite.  last conditional variance is ",
           Sigma[K, K], ".");
  }
  return L;
}

/// Log mass of the counts of categories of the chances theta.
real multinomial_lpmf(
    array[] int<nonnegative> n "Number of trials variable" |
    vector<simplex> theta "Probabilities parameter") {
  if (size(n) != num_elements(theta)) {
    fatal_error("multinomial_lpmf: Size of number of trials variable (", size(n),
           ") and rows of probabilities parameter (", num_elements(theta), ") must match in size");
  }
  real terms = 0;
  for (k in 1 : size(n)) {
    terms += n[k] == 0 ? 0 : n[k] * log(theta[k]);
  }
  return log_factorial(sum(n)) - sum_log_factorial(n) + terms;
}

/// Log mass of the counts of categories of the chances softmax(gamma).
real multinomial_logit_lpmf(
    array[] int<nonnegative> n "Number of trials variable" | vector<finite> gamma "log-odds parameter") {
  if (size(n) != num_elements(gamma)) {
    fatal_error("multinomial_logit_lpmf: Size of number of trials variable (", size(n),
           ") and rows of log-odds parameter (", num_elements(gamma), ") must match in size");
  }
  return log_factorial(sum(n)) - sum_log_factorial(n)
         + (dot_product(to_vector(n), gamma) - sum(n) * log_sum_exp(gamma));
}

/// Log mass of the counts of categories whose chances are dirichlet(alpha).
real dirichlet_multinomial_lpmf(
    array[] int<nonnegative> n "Number of trials variable" |
    vector<positive_finite> alpha "prior size parameter") {
  if (size(n) != num_elements(alpha)) {
    fatal_error("dirichlet_multinomial_lpmf: Size of number of trials variable (", size(n),
           ") and rows of prior size parameter (", num_elements(alpha), ") must match in size");
  }
  real terms = 0;
  for (k in 1 : size(n)) {
    terms += lgamma_increment(alpha[k], n[k]);
  }
  return log_factorial(sum(n)) - sum_log_factorial(n)
         + (terms - lgamma_increment(sum(alpha), sum(n)));
}

/// Log density of rows that are multivariate normal about 0, row i with covariance Sigma / w[i].
real multi_gp_lpdf(
    matrix<not_nan> y "Random variable" |
    matrix<symmetric> Sigma "Kernel matrix", vector<positive_finite> w "Kernel scales") {
  return multi_gp_cholesky_lpdf(y | cholesky_decompose(Sigma), w);
}

/// Log density of rows that are multivariate normal about 0, row i with covariance LL' / w[i].
real multi_gp_cholesky_lpdf(
    matrix<not_nan> y "Random variable" |
    matrix L "Cholesky decomposition of a variance matrix", vector<positive_finite> w "Kernel scales") {
  int D = rows(y);
  int N = cols(y);
  if (D != num_elements(w)) {
    fatal_error("multi_gp_cholesky_lpdf: Size of random variable (rows y) (", D,
           ") and Size of kernel scales (w) (", num_elements(w), ") must match in size");
  }
  matrix[N, D] z = mdivide_left_tri_low(L, y');
  return -0.5 * N * D * log(2 * pi()) - D * sum(log(diagonal(L))) + 0.5 * N * sum(log(w))
         - 0.5 * dot_product(columns_dot_self(z), w);
}

/// Σ log nₖ!. Internal.
real sum_log_factorial(array[] int n) {
  real total = 0;
  for (k in 1 : size(n)) {
    total += log_factorial(n[k]);
  }
  return total;
}
