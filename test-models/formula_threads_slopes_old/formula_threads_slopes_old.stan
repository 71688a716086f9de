// Varying slopes with a learnt correlation; the likelihood is a sum over slices of row numbers.
functions {
  // Rows are groups, columns are effects.
  matrix effects_of_groups(matrix raw, vector scale, matrix chol) {
    return (diag_pre_multiply(scale, chol) * raw)';
  }
  int[] counting(int from, int to) {
    int numbers[to - from + 1];
    for (i in 1 : size(numbers)) {
      numbers[i] = from + i - 1;
    }
    return numbers;
  }
  real partial_log_lik_lpmf(int[] rows, int start, int end, data vector y, data matrix Xc,
                            vector beta, real alpha, real sigma, data int[] group,
                            data vector z, vector r0, vector r1) {
    real total = 0;
    int n = end - start + 1;
    vector[n] eta = rep_vector(0.0, n);
    eta += alpha;
    for (i in 1 : n) {
      int row = i + start - 1;
      eta[i] += r0[group[row]] + r1[group[row]] * z[row];
    }
    total += normal_id_glm_lpdf(y[start : end] | Xc[start : end], eta, beta, sigma);
    return total;
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  int<lower=1> K;
  matrix[N, K] X; // the first column is the intercept's
  int<lower=1> J;
  int<lower=1, upper=J> group[N];
  vector[N] z;
  int grainsize;
  int prior_only;
}
transformed data {
  int Kc = K - 1;
  matrix[N, Kc] Xc;
  vector[Kc] centre;
  int rows[N] = counting(1, N);
  for (k in 2 : K) {
    centre[k - 1] = mean(X[ : , k]);
    Xc[ : , k - 1] = X[ : , k] - centre[k - 1];
  }
}
parameters {
  vector[Kc] beta;
  real alpha;
  real<lower=0> sigma;
  vector<lower=0>[2] tau;
  matrix[2, J] raw;
  cholesky_factor_corr[2] L;
}
transformed parameters {
  matrix[J, 2] r = effects_of_groups(raw, tau, L);
  vector[J] r0 = r[ : , 1];
  vector[J] r1 = r[ : , 2];
  real lprior = 0;
  lprior += student_t_lpdf(alpha | 3, 0.2, 2.5);
  lprior += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += student_t_lpdf(tau | 3, 0, 2.5) - 2 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += lkj_corr_cholesky_lpdf(L | 1.5);
}
model {
  if (!prior_only) {
    target += reduce_sum(partial_log_lik_lpmf, rows, grainsize, y, Xc, beta, alpha, sigma, group,
                         z, r0, r1);
  }
  target += lprior;
  target += std_normal_lpdf(to_vector(raw));
}
generated quantities {
  real intercept = alpha - dot_product(centre, beta);
  corr_matrix[2] R = multiply_lower_tri_self_transpose(L);
  vector<lower=-1, upper=1>[1] cors;
  for (k in 1 : 2) {
    for (j in 1 : k - 1) {
      cors[choose(k - 1, 2) + j] = R[j, k];
    }
  }
}
