// A prior on explained variance: a share of the variance, split over the coefficients.
functions {
  vector scales_of(vector phi, real tau2) {
    return sqrt(phi * tau2);
  }
}
data {
  int<lower=1> N;
  array[N] int<lower=0> y;
  int<lower=1> K;
  matrix[N, K] X;
  real<lower=0> mean_R2;
  real<lower=0> prec_R2;
  vector<lower=0>[K] cons;
  int prior_only;
}
parameters {
  vector[K] zb;
  simplex[K] phi;
  real alpha;
  real<lower=0, upper=1> R2;
  real<lower=0> shape;
}
transformed parameters {
  vector[K] b;
  vector<lower=0>[K] sdb;
  real tau2 = R2 / (1 - R2);
  real lprior = 0;
  sdb = scales_of(phi, tau2);
  b = zb .* sdb;
  lprior += student_t_lpdf(alpha | 3, 0, 2.5);
  lprior += beta_lpdf(R2 | mean_R2 * prec_R2, (1 - mean_R2) * prec_R2);
  lprior += gamma_lpdf(shape | 0.01, 0.01);
}
model {
  if (!prior_only) {
    target += neg_binomial_2_log_glm_lpmf(y | X, alpha, b, shape);
  }
  target += lprior;
  target += std_normal_lpdf(zb);
  target += dirichlet_lpdf(phi | cons);
}
generated quantities {
  vector[K] magnitude = abs(b);
  array[K] int ranking = sort_indices_desc(magnitude);
  real top = b[ranking[1]];
  real drawn_alpha = student_t_rng(3, 0, 2.5);
  real drawn_R2 = beta_rng(mean_R2 * prec_R2, (1 - mean_R2) * prec_R2);
  real<lower=0> drawn_shape = gamma_rng(0.01, 0.01);
  while (drawn_shape > 1000) {
    drawn_shape = gamma_rng(0.01, 0.01);
  }
}
