// A covariance function of parameters, factorised.
transformed data { array[4] real x = {0.1, 0.9, 1.6, 2.2}; vector[4] y = [0.3, -0.2, 0.5, 1.1]'; }
parameters { real<lower=0> a; real<lower=0> l; real<lower=0> s; }
model {
  matrix[4, 4] k = gp_exp_quad_cov(x, a, l);
  for (i in 1:4) k[i, i] = k[i, i] + s ^ 2;
  y ~ multi_normal_cholesky(rep_vector(0, 4), cholesky_decompose(k));
  k = quad_form_sym(k, k);
  target += -log_determinant(k) * 0.1;
}
