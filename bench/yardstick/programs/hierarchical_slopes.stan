// Correlated intercepts and slopes by group, not centred.
data {
  int<lower=0> N;
  int<lower=0> J;
  array[N] int<lower=1, upper=J> g;
  vector[N] x;
  vector[N] y;
}
parameters {
  vector[2] mu;
  vector<lower=0>[2] tau;
  cholesky_factor_corr[2] L;
  matrix[2, J] z;
  real<lower=0> sigma;
}
transformed parameters {
  matrix[2, J] u = rep_matrix(mu, J) + diag_pre_multiply(tau, L) * z;
}
model {
  mu ~ normal(0, 2);
  tau ~ normal(0, 1);
  L ~ lkj_corr_cholesky(2);
  to_vector(z) ~ std_normal();
  sigma ~ normal(0, 2);
  for (n in 1 : N) {
    y[n] ~ normal(u[1, g[n]] + u[2, g[n]] * x[n], sigma);
  }
}
