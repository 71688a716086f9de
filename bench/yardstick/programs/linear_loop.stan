data {
  int<lower=0> N;
  int<lower=0> K;
  matrix[N, K] X;
  vector[N] y;
}
parameters {
  real alpha;
  vector[K] beta;
  real<lower=0> sigma;
}
model {
  alpha ~ normal(0, 5);
  beta ~ normal(0, 2);
  sigma ~ exponential(1);
  for (n in 1 : N) {
    real mu = alpha;
    for (k in 1 : K) {
      mu += X[n, k] * beta[k];
    }
    y[n] ~ normal(mu, sigma);
  }
}
