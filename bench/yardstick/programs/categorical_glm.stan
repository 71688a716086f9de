data {
  int<lower=0> N;
  int<lower=0> K;
  int<lower=2> C;
  matrix[N, K] X;
  array[N] int<lower=1, upper=C> y;
}
parameters {
  vector[C] alpha;
  matrix[K, C] beta;
}
model {
  alpha ~ normal(0, 2);
  to_vector(beta) ~ normal(0, 1);
  y ~ categorical_logit_glm(X, alpha, beta);
}
