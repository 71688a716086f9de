// Responses with residual correlation, and one group effect shared by both equations.
functions {
  matrix effects_of_groups(matrix raw, vector scale, matrix chol) {
    return transpose(diag_pre_multiply(scale, chol) * raw);
  }
}
data {
  int<lower=1> N;
  vector[N] y1;
  vector[N] y2;
  int<lower=1> K;
  matrix[N, K] X1;
  matrix[N, K] X2;
  int<lower=1> J;
  array[N] int<lower=1> group;
  int<lower=1> n_cor;
  real<lower=0> nu_rate;
  int prior_only;
}
transformed data {
  array[N] vector[2] both;
  for (n in 1 : N) {
    both[n] = transpose([y1[n], y2[n]]);
  }
}
parameters {
  vector[K] b1;
  vector[K] b2;
  vector<lower=0>[2] sigma;
  cholesky_factor_corr[2] Lres;
  vector<lower=0>[3] tau;
  matrix[3, J] raw;
  cholesky_factor_corr[3] L;
  real<lower=1> nu;
}
transformed parameters {
  matrix[J, 3] r;
  vector[J] r_1;
  vector[J] r_2;
  vector[J] r_3;
  real lprior = 0;
  r = effects_of_groups(raw, tau, L);
  r_1 = r[ : , 1];
  r_2 = r[ : , 2];
  r_3 = r[ : , 3];
  lprior += normal_lpdf(b1 | 0, 2);
  lprior += normal_lpdf(b2 | 0, 2);
  lprior += gamma_lpdf(nu | 2, nu_rate) - 1 * gamma_lccdf(1 | 2, nu_rate);
  lprior += student_t_lpdf(sigma | 3, 0, 2.5) - 2 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += student_t_lpdf(tau | 3, 0, 2.5) - 3 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += lkj_corr_cholesky_lpdf(Lres | 1) + lkj_corr_cholesky_lpdf(L | 1);
}
model {
  if (!prior_only) {
    array[N] vector[2] mu;
    vector[N] mu1 = X1 * b1;
    vector[N] mu2 = rep_vector(0.0, N);
    matrix[2, 2] Lsigma = diag_pre_multiply(sigma, Lres);
    mu2 += X2 * b2;
    for (n in 1 : N) {
      mu1[n] += r_1[group[n]] + r_3[group[n]] * X1[n, 2];
      mu2[n] += r_2[group[n]];
    }
    for (n in 1 : N) {
      mu[n] = transpose([mu1[n], mu2[n]]);
    }
    target += multi_student_t_lpdf(both | nu, mu, multiply_lower_tri_self_transpose(Lsigma));
  }
  target += lprior;
  target += std_normal_lpdf(to_vector(raw));
}
generated quantities {
  corr_matrix[2] Rres = multiply_lower_tri_self_transpose(Lres);
  corr_matrix[3] R = multiply_lower_tri_self_transpose(L);
  vector<lower=-1, upper=1>[n_cor] cors;
  for (k in 1 : 3) {
    for (j in 1 : (k - 1)) {
      cors[choose(k - 1, 2) + j] = R[j, k];
    }
  }
}
