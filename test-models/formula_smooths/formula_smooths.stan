// Smooth terms: unpenalised and penalised bases, one smooth by factor, one of two variables.
data {
  int<lower=1> N;
  array[N] int<lower=0, upper=1> y;
  int Ks;
  matrix[N, Ks] Xs;
  int nb_1;
  array[nb_1] int knots_1;
  matrix[N, knots_1[1]] Z_1_1;
  int nb_2;
  array[nb_2] int knots_2;
  matrix[N, knots_2[1]] Z_2_1;
  matrix[N, knots_2[2]] Z_2_2;
  matrix[N, knots_2[3]] Z_2_3;
  int prior_only;
}
parameters {
  real alpha;
  vector[Ks] bs;
  vector[knots_1[1]] z_1_1;
  real<lower=0> s_1_1;
  vector[knots_2[1]] z_2_1;
  vector[knots_2[2]] z_2_2;
  vector[knots_2[3]] z_2_3;
  vector<lower=0>[nb_2] s_2;
}
transformed parameters {
  vector[knots_1[1]] w_1_1;
  vector[knots_2[1]] w_2_1;
  vector[knots_2[2]] w_2_2;
  vector[knots_2[3]] w_2_3;
  real lprior = 0;
  w_1_1 = s_1_1 * z_1_1;
  w_2_1 = s_2[1] * z_2_1;
  w_2_2 = s_2[2] * z_2_2;
  w_2_3 = s_2[3] * z_2_3;
  lprior += student_t_lpdf(alpha | 3, 0, 2.5);
  lprior += student_t_lpdf(s_1_1 | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += student_t_lpdf(s_2 | 3, 0, 2.5) - nb_2 * student_t_lccdf(0 | 3, 0, 2.5);
}
model {
  if (!prior_only) {
    vector[N] mu = rep_vector(0.0, N);
    mu += alpha + Xs * bs + Z_1_1 * w_1_1 + Z_2_1 * w_2_1 + Z_2_2 * w_2_2 + Z_2_3 * w_2_3;
    target += bernoulli_logit_lpmf(y | mu);
  }
  target += lprior;
  target += normal_lpdf(bs | 0, 5);
  target += std_normal_lpdf(z_1_1);
  target += std_normal_lpdf(z_2_1) + std_normal_lpdf(z_2_2);
  target += std_normal_lpdf(z_2_3);
}
