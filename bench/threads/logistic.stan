// A logistic regression with an intercept for each group; the likelihood is a sum over slices.
functions {
  real part_lpmf(array[] int y, int from, int to, data matrix X, data array[] int group, vector beta,
                 vector a) {
    return bernoulli_logit_lupmf(y | X[from : to] * beta + a[group[from : to]]);
  }
}
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
  target += reduce_sum(part_lupmf, y, 1, X, group, beta, a);
}
