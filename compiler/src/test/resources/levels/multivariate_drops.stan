// Multivariate densities: which factorisations and constants are dropped.
data { int N; vector[3] y; matrix[3, 3] S; array[2] vector[3] yy; array[3] int k; }
transformed data { matrix[3, 3] L = cholesky_decompose(S); }
parameters { vector[3] mu; cholesky_factor_corr[3] C; simplex[3] th; vector<lower=0>[3] tau; }
model {
  y ~ multi_normal(mu, S);
  y ~ multi_normal_cholesky(mu, L);
  yy ~ multi_normal_cholesky(mu, diag_pre_multiply(tau, C));
  y ~ multi_normal_cholesky(rep_vector(0, 3), diag_pre_multiply(tau, C));
  y ~ multi_normal_prec(mu, S);
  C ~ lkj_corr_cholesky(2);
  th ~ dirichlet(rep_vector(2, 3));
  th ~ dirichlet(tau);
  k ~ multinomial(th);
  k ~ categorical(th);
  k ~ categorical_logit(mu);
  target += multi_normal_lupdf(y | rep_vector(0, 3), S);
}
