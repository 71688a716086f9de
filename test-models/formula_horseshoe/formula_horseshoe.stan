// Shrinkage: the regularised horseshoe, and the lasso beside it.
functions {
  vector shrunk(vector z, vector lambda, real tau, real c2) {
    int K = rows(z);
    vector[K] lambda2 = square(lambda);
    vector[K] lambda_tilde = sqrt(c2 * lambda2 ./ (c2 + tau ^ 2 * lambda2));
    return z .* lambda_tilde * tau;
  }
}
data {
  int<lower=1> N;
  vector[N] y;
  int<lower=1> K;
  matrix[N, K] X;
  real<lower=0> df;
  real<lower=0> df_global;
  real<lower=0> df_slab;
  real<lower=0> scale_global;
  real<lower=0> scale_slab;
  int prior_only;
}
parameters {
  vector[K] zb;
  vector<lower=0>[K] local;
  real alpha;
  real<lower=0> global;
  real<lower=0> slab;
  real<lower=0> sigma;
  vector[K] lasso;
  real<lower=0> inv_lambda;
}
transformed parameters {
  vector[K] b;
  real lprior = 0;
  b = shrunk(zb, local, global, scale_slab ^ 2 * slab);
  lprior += student_t_lpdf(alpha | 3, 0, 2.5);
  lprior += student_t_lpdf(global | df_global, 0, scale_global * sigma) - 1 * log(0.5);
  lprior += inv_gamma_lpdf(slab | 0.5 * df_slab, 0.5 * df_slab);
  lprior += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
  lprior += chi_square_lpdf(inv_lambda | 1);
}
model {
  if (!prior_only) {
    target += normal_id_glm_lpdf(y | X, alpha, b + 0.1 * lasso, sigma);
  }
  target += lprior;
  target += double_exponential_lpdf(lasso | 0, inv_lambda);
  target += std_normal_lpdf(zb);
  target += student_t_lpdf(local | df, 0, 1) - rows(local) * log(0.5);
}
