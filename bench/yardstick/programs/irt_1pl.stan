data {
  int<lower=1> I;
  int<lower=1> J;
  int<lower=1> N;
  array[N] int<lower=1, upper=I> ii;
  array[N] int<lower=1, upper=J> jj;
  array[N] int<lower=0, upper=1> y;
}
parameters {
  vector[I] b;
  vector[J] theta;
  real<lower=0> tau;
}
model {
  b ~ normal(0, tau);
  tau ~ normal(0, 2);
  theta ~ std_normal();
  y ~ bernoulli_logit(theta[jj] - b[ii]);
}
