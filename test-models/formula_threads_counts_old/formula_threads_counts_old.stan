// Negative binomial counts: reduce_sum_static cuts the counts themselves; the shared arguments
// are of every kind that is not cut.
functions {
  real counts_lpmf(int[] part, int start, int end, data matrix X, data int[] g,
                   data int[,] pairs, data vector[] basis, vector beta, row_vector u,
                   real[] v, vector[] w, matrix m, real phi, int with_basis) {
    real total = 0;
    for (i in start : end) {
      real eta = X[i] * beta + u[g[i]] + v[pairs[i, 1]] * 0.5 + m[pairs[i, 2], g[i]];
      if (with_basis) {
        eta += dot_product(basis[i], w[pairs[i, 1]]);
      }
      total += neg_binomial_2_log_lpmf(part[i - start + 1] | eta, phi);
    }
    return total;
  }
}
data {
  int<lower=0> N;
  int<lower=0> y[N];
  int<lower=1> K;
  matrix[N, K] X;
  int<lower=1> G;
  int<lower=1, upper=G> g[N];
  int<lower=1, upper=2> pairs[N, 2];
  vector[3] basis[N];
  int<lower=1> grainsize;
  int<lower=0, upper=1> with_basis;
}
parameters {
  vector[K] beta;
  row_vector[G] u;
  real v[2];
  vector[3] w[2];
  matrix[2, G] m;
  real<lower=0> phi;
}
model {
  target += reduce_sum_static(counts_lpmf, y, grainsize, X, g, pairs, basis, beta, u, v, w, m,
                              phi, with_basis);
  target += normal_lpdf(beta | 0, 1);
  target += normal_lpdf(u | 0, 0.5);
  target += normal_lpdf(v | 0, 0.5);
  for (k in 1 : 2) {
    target += normal_lpdf(w[k] | 0, 0.3);
  }
  target += normal_lpdf(to_vector(m) | 0, 0.3);
  target += inv_gamma_lpdf(phi | 0.4, 0.3);
}
