// Two components with ordered intercepts; their shares depend on a predictor; then fixed shares.
data {
  int<lower=1> N;
  vector[N] y;
  array[N] int counts;
  vector[N] x;
  vector[2] con;
  int prior_only;
}
parameters {
  ordered[2] alpha;
  vector[2] slope;
  vector<lower=0>[2] sigma;
  real<lower=1> nu;
  vector[2] b_theta;
  simplex[2] theta;
  positive_ordered[2] rate;
}
transformed parameters {
  real mu_1 = alpha[1];
  real mu_2 = alpha[2];
  real<lower=0, upper=1> theta_1 = theta[1];
  real<lower=0, upper=1> theta_2 = theta[2];
}
model {
  if (!prior_only) {
    vector[N] eta_1 = mu_1 + slope[1] * x;
    vector[N] eta_2 = mu_2 + slope[2] * x;
    vector[N] share_1 = b_theta[1] + b_theta[2] * x;
    vector[N] share_2 = rep_vector(0.0, N);
    real log_sum_exp_theta;
    for (n in 1 : N) {
      log_sum_exp_theta = log(exp(share_1[n]) + exp(share_2[n]));
      share_1[n] = share_1[n] - log_sum_exp_theta;
      share_2[n] = share_2[n] - log_sum_exp_theta;
    }
    for (n in 1 : N) {
      array[2] real ps;
      ps[1] = share_1[n] + normal_lpdf(y[n] | eta_1[n], sigma[1]);
      ps[2] = share_2[n] + student_t_lpdf(y[n] | nu, eta_2[n], sigma[2]);
      target += log_sum_exp(ps);
    }
    for (n in 1 : N) {
      array[2] real ps;
      ps[1] = log(theta_1) + poisson_lpmf(counts[n] | rate[1]);
      ps[2] = log(theta_2) + poisson_lpmf(counts[n] | rate[2]);
      target += log_sum_exp(ps);
    }
  }
  target += dirichlet_lpdf(theta | con);
  target += normal_lpdf(alpha | 0, 3) + normal_lpdf(slope | 0, 1);
  target += student_t_lpdf(sigma | 3, 0, 2.5) - 2 * student_t_lccdf(0 | 3, 0, 2.5);
  target += gamma_lpdf(nu | 2, 0.1) - 1 * gamma_lccdf(1 | 2, 0.1);
  target += logistic_lpdf(b_theta | 0, 1);
  target += gamma_lpdf(rate | 2, 0.5);
}
generated quantities {
  vector[2] in_order = sort_desc(theta);
  array[2] int indices = sort_indices_asc(theta);
}
