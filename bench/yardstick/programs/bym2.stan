data {
  int<lower=0> N;
  int<lower=0> E;
  array[E] int<lower=1, upper=N> node1;
  array[E] int<lower=1, upper=N> node2;
  array[N] int<lower=0> y;
  vector<lower=0>[N] expected;
  real<lower=0> scaling;
}
transformed data {
  vector[N] log_expected = log(expected);
}
parameters {
  real beta;
  real<lower=0> sigma;
  real<lower=0, upper=1> rho;
  vector[N] theta;
  vector[N] phi;
}
model {
  vector[N] both = sqrt(1 - rho) * theta + sqrt(rho / scaling) * phi;
  target += -0.5 * dot_self(phi[node1] - phi[node2]);
  sum(phi) ~ normal(0, 0.001 * N);
  beta ~ normal(0, 2);
  sigma ~ normal(0, 1);
  rho ~ beta(0.5, 0.5);
  theta ~ std_normal();
  y ~ poisson_log(log_expected + beta + sigma * both);
}
