data {
  int<lower=1> N;
  array[N] real x;
  array[N] int<lower=0> y;
}
parameters {
  real<lower=0> rho;
  real<lower=0> alpha;
  real mu;
  vector[N] z;
}
model {
  matrix[N, N] K = add_diag(gp_matern32_cov(x, alpha, rho), 1e-6);
  rho ~ inv_gamma(5, 5);
  alpha ~ std_normal();
  mu ~ normal(0, 2);
  z ~ std_normal();
  y ~ poisson_log(mu + cholesky_decompose(K) * z);
}
