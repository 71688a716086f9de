data {
  int<lower=0> N;
  int<lower=0> E;
  array[E] int<lower=1, upper=N> node1;
  array[E] int<lower=1, upper=N> node2;
  array[N] int<lower=0> y;
  vector<lower=0>[N] expected;
}
parameters {
  real beta;
  vector[N] phi;
  real<lower=0> tau;
}
model {
  target += -0.5 * dot_self(phi[node1] - phi[node2]);
  sum(phi) ~ normal(0, 0.001 * N);
  beta ~ normal(0, 2);
  tau ~ normal(0, 1);
  y ~ poisson_log(log(expected) + beta + tau * phi);
}
