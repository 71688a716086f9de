// Predator and prey: 2 states, 8 parameters, 20 times, ode_rk45.
functions {
  vector slope(real t, vector z, real alpha, real beta, real gamma, real delta) {
    return [(alpha - beta * z[2]) * z[1], (-gamma + delta * z[1]) * z[2]]';
  }
}
data {
  int<lower=1> T;
  array[T] real<lower=0> ts;
  array[T] vector<lower=0>[2] y;
}
parameters {
  real<offset=log(0.55), multiplier=0.3> log_alpha;
  real<offset=log(0.028), multiplier=0.3> log_beta;
  real<offset=log(0.8), multiplier=0.3> log_gamma;
  real<offset=log(0.024), multiplier=0.3> log_delta;
  vector<offset=log(20), multiplier=0.5>[2] log_z0;
  vector<offset=log(0.25), multiplier=0.3>[2] log_sigma;
}
model {
  array[T] vector[2] z = ode_rk45(slope, exp(log_z0), 0, ts, exp(log_alpha), exp(log_beta),
                                  exp(log_gamma), exp(log_delta));
  log_alpha ~ normal(log(0.55), 0.3);
  log_beta ~ normal(log(0.028), 0.3);
  log_gamma ~ normal(log(0.8), 0.3);
  log_delta ~ normal(log(0.024), 0.3);
  log_z0 ~ normal(log(20), 0.5);
  log_sigma ~ normal(log(0.25), 0.3);
  for (t in 1:T) {
    y[t] ~ lognormal(log(z[t]), exp(log_sigma));
  }
}
