data {
  int<lower=0> N;
  int<lower=0> K;
  int<lower=2> C;
  matrix[N, K] X;
  array[N] int<lower=1, upper=C> y;
}
parameters {
  matrix[K, C - 1] beta;
}
transformed parameters {
  matrix[K, C] b = append_col(beta, rep_vector(0, K));
}
model {
  matrix[N, C] eta = X * b;
  to_vector(beta) ~ normal(0, 1);
  for (n in 1 : N) {
    y[n] ~ categorical_logit(eta[n]');
  }
}
