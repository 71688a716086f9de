// Densities without their constants, in slices; random draws from the priors beside the posterior.
functions {
  real partial_log_lik_lpmf(array[] int rows, int start, int end, data array[] int y,
                            data matrix Xc, vector b, real alpha, array[] int g, vector r) {
    real total = 0;
    int n = end - start + 1;
    vector[n] mu = rep_vector(0.0, n);
    mu += alpha;
    for (i in 1 : n) {
      mu[i] += r[g[i + start - 1]];
    }
    total += poisson_log_glm_lupmf(y[start : end] | Xc[start : end], mu, b);
    return total;
  }
}
data {
  int<lower=1> N;
  array[N] int<lower=0> y;
  int<lower=1> K;
  matrix[N, K] X;
  int J;
  array[N] int g;
  int grainsize;
  int prior_only;
}
transformed data {
  matrix[N, K] Xc;
  vector[K] means;
  array[N] int rows = linspaced_int_array(N, 1, N);
  for (k in 1 : K) {
    means[k] = mean(X[ : , k]);
    Xc[ : , k] = X[ : , k] - means[k];
  }
}
parameters {
  vector[K] b;
  real alpha;
  vector<lower=0>[1] tau;
  array[1] vector[J] z;
}
transformed parameters {
  vector[J] r = tau[1] * z[1];
  real lprior = 0;
  lprior += student_t_lpdf(alpha | 3, 1.1, 2.5);
  lprior += student_t_lpdf(tau | 3, 0, 2.5);
}
model {
  if (!prior_only) {
    target += reduce_sum(partial_log_lik_lupmf, rows, grainsize, y, Xc, b, alpha, g, r);
  }
  target += lprior;
  target += normal_lupdf(b | 0, 1);
  target += std_normal_lupdf(z[1]);
}
generated quantities {
  real intercept = alpha - dot_product(means, b);
  real drawn_alpha = student_t_rng(3, 1.1, 2.5);
  real drawn_tau = student_t_rng(3, 0, 2.5);
  while (drawn_tau < 0) {
    drawn_tau = student_t_rng(3, 0, 2.5);
  }
}
