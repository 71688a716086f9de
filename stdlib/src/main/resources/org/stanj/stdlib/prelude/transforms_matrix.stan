// Constraint transforms of matrices.

/// Cholesky factor of a correlation matrix from canonical partial correlations tanh(yₖ), row by
/// row. The square root of what is left of a row's unit length is a product of 1 / cosh(yₖ).
@declares cholesky_factor_corr[K]
@free (K * (K - 1)) %/% 2
@checked cholesky_factor_corr
matrix cholesky_factor_corr_jacobian(vector y, int K) {
  matrix[K, K] L = rep_matrix(0, K, K);
  int k = 0;
  if (num_elements(y) != (K * (K - 1)) %/% 2) {
    fatal_error("cholesky_corr_constrain: y.size() (", num_elements(y), ") and k_choose_2 (", (K * (K - 1)) %/% 2, ") must match in size");
  }
  for (i in 1 : K) {
    real left = 1;
    real log_left = 0;
    for (j in 1 : i - 1) {
      k += 1;
      real log_sech = log_inv_cosh(y[k]);
      jacobian += log_left + 2 * log_sech;
      L[i, j] = tanh(y[k]) * left;
      left *= exp(log_sech);
      log_left += log_sech;
    }
    L[i, i] = left;
  }
  return L;
}

/// -log cosh x. Internal.
@java Logistic.logInvCosh
@d x = -tanh(x)
real log_inv_cosh(real x);

/// Inverse of cholesky_factor_corr_constrain.
vector cholesky_factor_corr_unconstrain(matrix<cholesky_factor_corr> L "x") {
  int K = rows(L);
  vector[(K * (K - 1)) %/% 2] y;
  int k = 0;
  for (i in 2 : K) {
    real left = 1;
    for (j in 1 : i - 1) {
      k += 1;
      y[k] = atanh(L[i, j] / sqrt(left));
      left -= L[i, j] * L[i, j];
    }
  }
  return y;
}

/// Correlation matrix from canonical partial correlations tanh(yₖ), column by column below the
/// diagonal.
@declares corr_matrix[K]
@free (K * (K - 1)) %/% 2
@checked corr_matrix
matrix corr_matrix_jacobian(vector y, int K) {
  matrix[K, K] L = rep_matrix(0, K, K);
  if (num_elements(y) != (K * (K - 1)) %/% 2) {
    fatal_error("corr_matrix_constrain: x.size() (", num_elements(y), ") and k_choose_2 (",
           (K * (K - 1)) %/% 2, ") must match in size");
  }
  for (i in 1 : K) {
    real left = 1;
    for (j in 1 : i - 1) {
      real z = y[(j - 1) * K - (j * (j - 1)) %/% 2 + i - j];
      real log_sech = log_inv_cosh(z);
      jacobian += (K - j + 1) * log_sech;
      L[i, j] = tanh(z) * left;
      left *= exp(log_sech);
    }
    L[i, i] = left;
  }
  return multiply_lower_tri_self_transpose(L);
}

/// Inverse of corr_matrix_constrain.
vector corr_matrix_unconstrain(matrix<corr_matrix> S "y") {
  int K = rows(S);
  vector[(K * (K - 1)) %/% 2] y;
  matrix[K, K] L = cholesky_decompose(quad_form_diag(S, inv_sqrt(diagonal(S))));
  for (i in 2 : K) {
    real left = 1;
    for (j in 1 : i - 1) {
      y[(j - 1) * K - (j * (j - 1)) %/% 2 + i - j] = atanh(L[i, j] / sqrt(left));
      left -= L[i, j] * L[i, j];
    }
  }
  return y;
}

/// Cholesky factor of M rows and N columns, row by row, the diagonal on the log scale.
@declares cholesky_factor_cov[M, N]
@free N + (N * (N - 1)) %/% 2 + (M - N) * N
@checked cholesky_factor
matrix cholesky_factor_cov_jacobian(vector x, int M, int N) {
  matrix[M, N] L = rep_matrix(0, M, N);
  int k = 0;
  if (num_elements(x) != (N * (N + 1)) %/% 2 + (M - N) * N) {
    fatal_error("cholesky_factor_constrain: x.size() (", num_elements(x), ") and ((N * (N + 1)) / 2 + (M - N) * N) (",
           (N * (N + 1)) %/% 2 + (M - N) * N, ") must match in size");
  }
  for (i in 1 : M) {
    for (j in 1 : min(i, N)) {
      k += 1;
      if (i == j) {
        jacobian += x[k];
        L[i, j] = exp(x[k]);
      } else {
        L[i, j] = x[k];
      }
    }
  }
  return L;
}

/// Inverse of cholesky_factor_cov_constrain.
@says cholesky_factor_free
vector cholesky_factor_cov_unconstrain(matrix<cholesky_factor> L "y") {
  int M = rows(L);
  int N = cols(L);
  vector[(N * (N + 1)) %/% 2 + (M - N) * N] x;
  int k = 0;
  for (i in 1 : M) {
    for (j in 1 : min(i, N)) {
      k += 1;
      x[k] = i == j ? log(L[i, j]) : L[i, j];
    }
  }
  return x;
}

/// Covariance matrix LL', L row by row, the diagonal on the log scale.
@declares cov_matrix[K]
@free K + (K * (K - 1)) %/% 2
@checked cov_matrix
matrix cov_matrix_jacobian(vector x, int K) {
  matrix[K, K] L = rep_matrix(0, K, K);
  int k = 0;
  if (num_elements(x) != K + (K * (K - 1)) %/% 2) {
    fatal_error("cov_matrix_constrain: x.size() (", num_elements(x), ") and K + (K choose 2) (",
           K + (K * (K - 1)) %/% 2, ") must match in size");
  }
  for (i in 1 : K) {
    for (j in 1 : i - 1) {
      k += 1;
      L[i, j] = x[k];
    }
    k += 1;
    L[i, i] = exp(x[k]);
    jacobian += log2() + (K - i + 2) * x[k];
  }
  return multiply_lower_tri_self_transpose(L);
}

/// Inverse of cov_matrix_constrain.
vector cov_matrix_unconstrain(matrix<cov_matrix> S "y") {
  return cholesky_factor_cov_unconstrain(cholesky_decompose(S));
}
