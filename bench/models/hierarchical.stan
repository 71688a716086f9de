// Varying intercepts, one row an observation: each row looks up its group.
data {
  int<lower=1> N;
  int<lower=1> J;
  array[N] int<lower=1, upper=J> g;
  vector[N] x;
  vector[N] y;
}
parameters {
  real mu;
  real<lower=0> tau;
  vector[J] a;
  real b;
  real<lower=0> sigma;
}
model {
  mu ~ normal(0, 5);
  tau ~ normal(0, 1);
  a ~ normal(mu, tau);
  b ~ normal(0, 2);
  sigma ~ normal(0, 1);
  y ~ normal(a[g] + b * x, sigma);
}
