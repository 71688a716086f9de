// Missing responses and predictors are parameters; a predictor is measured with known error.
functions {
  matrix true_values(matrix z, vector mean, vector sd, matrix L) {
    return rep_matrix(mean', cols(z)) + transpose(diag_pre_multiply(sd, L) * z);
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  int<lower=0> N_y;
  array[N_y] int<lower=1> missing_y;
  vector[N] x;
  int<lower=0> N_x;
  array[N_x] int<lower=1> missing_x;
  vector[N] covariate;
  matrix[N, 2] noisy;
  vector<lower=0>[N] noise_1;
  vector<lower=0>[N] noise_2;
  vector<lower=0>[N] noise_y;
  int prior_only;
}
parameters {
  vector[N_y] y_mis;
  vector[N_x] x_mis;
  vector[N] y_true;
  vector[5] b;
  vector[2] b_x;
  real<lower=0> sigma;
  real<lower=0> sigma_x;
  vector[2] mean_me;
  vector<lower=0>[2] sd_me;
  matrix[2, N] z_me;
  cholesky_factor_corr[2] L_me;
}
transformed parameters {
  matrix[N, 2] X_me = true_values(z_me, mean_me, sd_me, L_me);
  vector[N] X_1 = X_me[ : , 1];
  vector[N] X_2 = X_me[ : , 2];
}
model {
  vector[N] y_all = y;
  vector[N] x_all = x;
  y_all[missing_y] = y_mis;
  x_all[missing_x] = x_mis;
  if (!prior_only) {
    vector[N] mu = rep_vector(0.0, N);
    vector[N] mu_x = b_x[1] + b_x[2] * covariate;
    mu += b[1];
    for (n in 1 : N) {
      mu[n] += b[2] * x_all[n] + b[3] * X_1[n] + b[4] * X_2[n] * covariate[n]
               + b[5] * X_1[n] * x_all[n];
    }
    target += normal_lpdf(y_all | mu, sigma);
    target += normal_lpdf(x_all | mu_x, sigma_x);
    target += normal_lpdf(y_true | mu, sigma);
  }
  target += normal_lpdf(y[1 : 5] | y_true[1 : 5], noise_y[1 : 5]);
  target += normal_lpdf(y_true[6 : ] | 0, 3);
  target += normal_lpdf(noisy[ : , 1] | X_1, noise_1);
  target += normal_lpdf(noisy[ : , 2] | X_2, noise_2);
  target += std_normal_lpdf(to_vector(z_me));
  target += normal_lpdf(b | 0, 1) + normal_lpdf(b_x | 0, 1) + normal_lpdf(mean_me | 0, 1);
  target += lkj_corr_cholesky_lpdf(L_me | 1);
  target += exponential_lpdf(sigma | 1) + exponential_lpdf(sigma_x | 1);
  target += student_t_lpdf(sd_me | 3, 0, 2.5) - 2 * student_t_lccdf(0 | 3, 0, 2.5);
}
generated quantities {
  vector[N_y] completed = y_mis;
  real largest = N_x > 0 ? max(x_mis) : not_a_number();
}
