data {
  int<lower=1> T;
  vector[T] y;
}
parameters {
  real mu;
  real<lower=-1, upper=1> phi;
  real<lower=-1, upper=1> theta;
  real<lower=0> sigma;
}
model {
  vector[T] err;
  mu ~ normal(0, 5);
  sigma ~ normal(0, 2);
  err[1] = y[1] - mu / (1 - phi);
  for (t in 2 : T) {
    err[t] = y[t] - (mu + phi * y[t - 1] + theta * err[t - 1]);
  }
  err ~ normal(0, sigma);
}
