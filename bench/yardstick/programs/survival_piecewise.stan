// A hazard constant in each interval, as counts with exposure.
data {
  int<lower=0> N;
  int<lower=1> B;
  array[N] int<lower=1, upper=B> interval;
  vector<lower=0>[N] exposure;
  vector[N] x;
  array[N] int<lower=0, upper=1> event;
}
parameters {
  vector[B] log_hazard;
  real<lower=0> step;
  real beta;
}
model {
  log_hazard[1] ~ normal(-2, 1);
  log_hazard[2 : B] ~ normal(log_hazard[1 : B - 1], step);
  step ~ normal(0, 0.5);
  beta ~ normal(0, 1);
  event ~ poisson_log(log_hazard[interval] + beta * x + log(exposure));
}
