// Twenty rows, one predictor, a loop.
data {
  int<lower=0> N;
  vector[N] x;
  vector[N] y;
}
parameters {
  real alpha;
  real beta;
  real<lower=0> sigma;
}
model {
  alpha ~ normal(0, 5);
  beta ~ normal(0, 5);
  sigma ~ exponential(1);
  for (n in 1 : N) {
    y[n] ~ normal(alpha + beta * x[n], sigma);
  }
}
