// The columns of X made orthogonal in transformed data.
data {
  int<lower=0> N;
  int<lower=0> K;
  matrix[N, K] X;
  vector[N] y;
}
transformed data {
  matrix[N, K] Q = qr_thin_Q(X) * sqrt(N - 1);
  matrix[K, K] R = qr_thin_R(X) / sqrt(N - 1);
}
parameters {
  real alpha;
  vector[K] theta;
  real<lower=0> sigma;
}
model {
  alpha ~ normal(0, 5);
  theta ~ normal(0, 2);
  sigma ~ exponential(1);
  y ~ normal(Q * theta + alpha, sigma);
}
generated quantities {
  vector[K] beta = mdivide_right_tri_low(theta', R')';
}
