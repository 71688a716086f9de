data {
  int<lower=0> N;
  int<lower=0> K;
  int<lower=2> C;
  matrix[N, K] X;
  array[N] int<lower=1, upper=C> y;
}
parameters {
  vector[K] beta;
  ordered[C - 1] cut;
}
model {
  beta ~ normal(0, 1);
  cut ~ normal(0, 3);
  y ~ ordered_logistic(X * beta, cut);
}
