// The regression of logistic.stan as most people write it: the compiler finds what can be cut.
data {
  int<lower=0> N;
  int<lower=0> K;
  int<lower=1> J;
  matrix[N, K] X;
  array[N] int<lower=1, upper=J> group;
  array[N] int<lower=0, upper=1> y;
}
parameters {
  vector[K] beta;
  real<lower=0> sigma;
  vector[J] a;
}
model {
  beta ~ std_normal();
  sigma ~ std_normal();
  a ~ normal(0, sigma);
  y ~ bernoulli_logit(X * beta + a[group]);
}
