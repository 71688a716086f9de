// Logistic regression with K columns and an effect of each group, its likelihood in slices.
functions {
  real part(array[] int y, int first, int last, matrix x, vector beta, real alpha, array[] int group,
            vector effect) {
    return bernoulli_logit_lpmf(y | alpha + x[first:last] * beta + effect[group[first:last]]);
  }
}
data {
  int N;
  int K;
  int J;
  array[N] int<lower=0, upper=1> y;
  matrix[N, K] x;
  array[N] int<lower=1, upper=J> group;
}
parameters {
  real alpha;
  vector[K] beta;
  real<lower=0> sigma;
  vector[J] effect;
}
model {
  alpha ~ normal(0, 2);
  beta ~ normal(0, 1);
  sigma ~ normal(0, 1);
  effect ~ normal(0, sigma);
  target += reduce_sum(part, y, 1, x, beta, alpha, group, effect);
}
