// Two responses with correlated errors; the slices are of an array of vectors, and a second sum
// cuts an array of parameter vectors.
functions {
  real pairs_lpdf(array[] vector part, int start, int end, data matrix X, matrix B, vector sigma,
                  matrix L) {
    int n = end - start + 1;
    array[n] vector[2] mu;
    for (i in 1 : n) {
      mu[i] = (X[start + i - 1] * B)';
    }
    return multi_normal_cholesky_lpdf(part | mu, diag_pre_multiply(sigma, L));
  }
  real units_lpdf(array[] vector part, int start, int end, real scale) {
    real total = 0;
    for (i in 1 : end - start + 1) {
      total += normal_lpdf(part[i] | 0, scale) + 0.01 * (start + i);
    }
    return total;
  }
}
data {
  int N;
  array[N] vector[2] y;
  int K;
  matrix[N, K] X;
  int U;
  array[N] int unit;
  int grainsize;
  int prior_only;
}
parameters {
  matrix[K, 2] B;
  vector<lower=0>[2] sigma;
  cholesky_factor_corr[2] L;
  array[U] vector[2] e;
  real<lower=0> scale;
}
model {
  if (!prior_only) {
    array[N] vector[2] shifted = y;
    for (n in 1 : N) {
      shifted[n] -= e[unit[n]];
    }
    target += reduce_sum(pairs_lpdf, shifted, grainsize, X, B, sigma, L);
  }
  target += reduce_sum(units_lpdf, e, 1, scale);
  target += normal_lpdf(to_vector(B) | 0, 2);
  target += normal_lpdf(sigma | 0, 1) - 2 * normal_lccdf(0 | 0, 1);
  target += exponential_lpdf(scale | 2);
  target += lkj_corr_cholesky_lpdf(L | 2);
}
generated quantities {
  real rho = multiply_lower_tri_self_transpose(L)[2, 1];
  array[2] int order = sort_indices_desc(sigma);
}
