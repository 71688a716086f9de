data {
  int<lower=0> N;
  int<lower=0> K;
  matrix[N, K] X;
  vector<lower=0>[N] t;
  array[N] int<lower=0, upper=1> event;
}
parameters {
  real alpha;
  vector[K] beta;
  real<lower=0> shape;
}
model {
  vector[N] scale = exp(alpha + X * beta);
  alpha ~ normal(0, 2);
  beta ~ normal(0, 1);
  shape ~ gamma(2, 1);
  for (n in 1 : N) {
    if (event[n] == 1) {
      target += weibull_lpdf(t[n] | shape, scale[n]);
    } else {
      target += weibull_lccdf(t[n] | shape, scale[n]);
    }
  }
}
