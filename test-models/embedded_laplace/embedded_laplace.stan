// Latent Gaussian processes integrated out by the embedded Laplace approximation: two of the
// likelihoods that are built in, one of the program's own, with and without options.
functions {
  matrix kernel(array[] vector x, real alpha, real rho, real jitter) {
    return add_diag(gp_exp_quad_cov(x, alpha, rho), jitter);
  }
  real robust(vector theta, vector y, real sigma, real nu) {
    return student_t_lpdf(y | nu, theta, sigma);
  }
  real pairs(vector theta, array[] int y, array[] int z, real slope) {
    real total = 0;
    for (i in 1 : size(y)) {
      total += poisson_log_lpmf(y[i] | theta[2 * i - 1] + slope * theta[2 * i])
               + bernoulli_logit_lpmf(z[i] | theta[2 * i]);
    }
    return total;
  }
}
data {
  int<lower=1> N;
  array[N] vector[1] x;
  array[N] int<lower=0> counts;
  array[N] int<lower=0> successes;
  array[N] int<lower=0> trials;
  array[N] int<lower=1, upper=N> group;
  vector[N] y;
}
transformed data {
  array[3] int few = counts[1 : 3];
  array[3] int binary = {1, 0, 1};
}
parameters {
  real<lower=0> alpha;
  real<lower=0> rho;
  real<lower=0> sigma;
  vector[N] m;
  real slope;
}
transformed parameters {
  real log_counts = laplace_marginal_poisson_log_lpmf(counts | group, m, 1, kernel, (x, alpha, rho, 1e-3));
}
model {
  alpha ~ normal(0, 1);
  rho ~ inv_gamma(5, 5);
  sigma ~ normal(0, 1);
  m ~ normal(0, 1);
  slope ~ normal(0, 1);
  target += log_counts;
  target += laplace_marginal_bernoulli_logit_lpmf(successes | trials, m, 1, kernel, (x, alpha, rho, 1e-3));
  target += laplace_marginal_tol(robust, (y, sigma, 4.0), 1, kernel, (x, alpha, rho, 0.05),
                                 (rep_vector(0, N), 1e-10, 500, 1, 100, 1));
  target += laplace_marginal_tol(pairs, (few, binary, slope), 2, kernel, (x, alpha, 2 * rho, 0.1),
                                 (rep_vector(0, N), 1e-12, 500, 2, 0, 1));
}
generated quantities {
  vector[N] f = laplace_latent_tol_poisson_log_rng(counts, group, m, 1, kernel, (x, alpha, rho, 1e-3),
                                                   (rep_vector(0, N), 1e-10, 500, 1, 100, 1));
}
