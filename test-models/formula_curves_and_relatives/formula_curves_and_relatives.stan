// A curve whose parameters have formulas; groups that are related, differ by type, or overlap.
functions {
  // Effects whose groups have a known covariance with factor Lcov.
  matrix related(matrix z, vector sd, matrix L, matrix Lcov) {
    vector[num_elements(z)] flat = to_vector(z);
    vector[num_elements(z)] scaled = rep_vector(0, num_elements(z));
    matrix[rows(L), cols(L)] LC = diag_pre_multiply(sd, L);
    int pos = 1;
    for (icov in 1 : rows(Lcov)) {
      for (jcov in 1 : icov) {
        for (i in 1 : rows(LC)) {
          for (j in 1 : i) {
            scaled[rows(LC) * (icov - 1) + i] += LC[i, j] * Lcov[icov, jcov]
                                                 * flat[rows(LC) * (jcov - 1) + j];
          }
        }
      }
      pos += icov;
    }
    return transpose(to_matrix(scaled, rows(LC), rows(Lcov)));
  }
  matrix by_type(matrix z, matrix SD, array[] matrix L, array[] int type) {
    matrix[cols(z), rows(z)] r;
    array[size(L)] matrix[rows(L[1]), cols(L[1])] LC;
    for (i in 1 : size(LC)) {
      LC[i] = diag_pre_multiply(SD[ : , i], L[i]);
    }
    for (j in 1 : rows(r)) {
      r[j] = transpose(LC[type[j]] * z[ : , j]);
    }
    return r;
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  vector[N] x;
  int J;
  array[N] int g;
  matrix[J, J] Lcov;
  int T;
  array[J] int type;
  int N_member;
  array[N] int first_member;
  array[N] int second_member;
  vector[N] w_1;
  vector[N] w_2;
  int prior_only;
}
parameters {
  vector[1] b_top;
  vector[1] b_rate;
  vector<lower=0>[2] sd_1;
  matrix[2, J] z_1;
  cholesky_factor_corr[2] L_1;
  matrix<lower=0>[2, T] sd_2;
  matrix[2, J] z_2;
  array[T] cholesky_factor_corr[2] L_2;
  real<lower=1> df;
  vector<lower=0>[N_member] udf;
  real<lower=0> sd_3;
  vector[N_member] z_3;
  real<lower=0> sigma;
}
transformed parameters {
  matrix[J, 2] r_1 = related(z_1, sd_1, L_1, Lcov);
  matrix[J, 2] r_2 = by_type(z_2, sd_2, L_2, type);
  vector[N_member] dfm = sqrt(df * udf);
  vector[N_member] r_3 = dfm .* (sd_3 * z_3);
}
model {
  if (!prior_only) {
    vector[N] top = rep_vector(b_top[1], N);
    vector[N] rate = rep_vector(b_rate[1], N);
    vector[N] mu;
    for (n in 1 : N) {
      top[n] += r_1[g[n], 1] + r_2[g[n], 1];
      rate[n] += r_1[g[n], 2] + 0.5 * r_2[g[n], 2];
    }
    for (n in 1 : N) {
      mu[n] = (top[n] * (1 - exp(-exp(rate[n]) * x[n])));
      mu[n] += w_1[n] * r_3[first_member[n]] + w_2[n] * r_3[second_member[n]];
    }
    target += normal_lpdf(y | mu, sigma);
  }
  target += normal_lpdf(b_top | 1, 1) + normal_lpdf(b_rate | 0, 0.5);
  target += student_t_lpdf(sd_1 | 3, 0, 2.5) - 2 * student_t_lccdf(0 | 3, 0, 2.5);
  target += student_t_lpdf(to_vector(sd_2) | 3, 0, 2.5) - 4 * student_t_lccdf(0 | 3, 0, 2.5);
  target += std_normal_lpdf(to_vector(z_1)) + std_normal_lpdf(to_vector(z_2));
  for (t in 1 : T) {
    target += lkj_corr_cholesky_lpdf(L_2[t] | 1);
  }
  target += lkj_corr_cholesky_lpdf(L_1 | 1);
  target += inv_chi_square_lpdf(udf | df);
  target += gamma_lpdf(df | 2, 0.1) - 1 * gamma_lccdf(1 | 2, 0.1);
  target += std_normal_lpdf(z_3) + exponential_lpdf(sd_3 | 1) + exponential_lpdf(sigma | 1);
}
generated quantities {
  array[T] corr_matrix[2] R_2;
  for (t in 1 : T) {
    R_2[t] = multiply_lower_tri_self_transpose(L_2[t]);
  }
}
