// Location, scale and degrees of freedom have predictors of their own; rows have weights.
functions {
  vector link_above_one(vector x) {
    return log(x - 1.0);
  }
  vector above_one(vector eta) {
    return exp(eta) + 1.0;
  }
  real above_one(real eta) {
    return exp(eta) + 1.0;
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  vector<lower=0>[N] weights;
  int K;
  matrix[N, K] X;
  int K_sigma;
  matrix[N, K_sigma] X_sigma;
  int J;
  array[N] int<lower=1, upper=J> g;
  vector[N] known;
  int prior_only;
}
parameters {
  vector[K] b;
  vector[K_sigma] b_sigma;
  vector[2] b_nu;
  vector<lower=0>[1] tau;
  array[1] vector[J] raw;
}
transformed parameters {
  vector[J] r_sigma = tau[1] * raw[1];
  real lprior = 0;
  lprior += student_t_lpdf(b | 3, 0, 2.5);
  lprior += normal_lpdf(b_sigma | 0, 1);
  lprior += normal_lpdf(b_nu[1] | 1, 1) + normal_lpdf(b_nu[2] | 0, 0.5);
  lprior += student_t_lpdf(tau | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
}
model {
  if (!prior_only) {
    vector[N] mu = rep_vector(0.0, N);
    vector[N] sigma = rep_vector(0.0, N);
    vector[N] nu = rep_vector(b_nu[1], N);
    mu += X * b;
    sigma += X_sigma * b_sigma;
    nu += b_nu[2] * X[ : , K];
    for (n in 1 : N) {
      sigma[n] += r_sigma[g[n]];
    }
    sigma = exp(sigma);
    nu = above_one(nu);
    sigma = sqrt(square(sigma) + square(known));
    for (n in 1 : N) {
      target += weights[n] * (student_t_lpdf(y[n] | nu[n], mu[n], sigma[n]));
    }
  }
  target += lprior;
  target += std_normal_lpdf(raw[1]);
}
generated quantities {
  real nu_at_mean = above_one(b_nu[1]);
  vector[2] there_and_back = link_above_one(above_one(b_nu));
}
