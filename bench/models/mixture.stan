// Two-component normal mixture, the component of each row summed out in a loop.
data {
  int<lower=0> N;
  vector[N] y;
}
parameters {
  real<lower=0, upper=1> lambda;
  ordered[2] mu;
  vector<lower=0>[2] sigma;
}
model {
  lambda ~ beta(2, 2);
  mu ~ normal(0, 3);
  sigma ~ normal(0, 1);
  for (n in 1:N) {
    target += log_mix(lambda,
                      normal_lpdf(y[n] | mu[1], sigma[1]),
                      normal_lpdf(y[n] | mu[2], sigma[2]));
  }
}
