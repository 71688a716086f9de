// Two compartments and a depot with 20 doses: 3 states, 6 parameters, a solution a dose, ode_rk45.
functions {
  vector slope(real t, vector m, real ka, real ke, real out, real back) {
    real central = m[2];
    return [-ka * m[1], ka * m[1] - (ke + out) * central + back * m[3], out * central - back * m[3]]';
  }
}
data {
  int<lower=1> D; // doses
  int<lower=1> S; // samples after each dose; the last one is when the next dose is given
  array[D] real<lower=0> dosed;
  array[D] real<lower=0> amount;
  array[D, S] real<lower=0> sampled;
  array[D, S] real<lower=0> concentration;
}
parameters {
  real<offset=log(1.1), multiplier=0.3> log_ka;
  real<offset=log(5), multiplier=0.3> log_clearance;
  real<offset=log(30), multiplier=0.3> log_central;
  real<offset=log(4), multiplier=0.3> log_exchange;
  real<offset=log(50), multiplier=0.3> log_peripheral;
  real<offset=log(0.15), multiplier=0.3> log_sigma;
}
model {
  real ka = exp(log_ka);
  real ke = exp(log_clearance - log_central);
  real out = exp(log_exchange - log_central);
  real back = exp(log_exchange - log_peripheral);
  vector[3] m = rep_vector(0, 3);
  for (d in 1:D) {
    m[1] += amount[d];
    array[S] vector[3] after = ode_rk45(slope, m, dosed[d], sampled[d], ka, ke, out, back);
    for (s in 1:S) {
      concentration[d, s] ~ lognormal(log(after[s, 2]) - log_central, exp(log_sigma));
    }
    m = after[S];
  }
  log_ka ~ normal(log(1.1), 0.3);
  log_clearance ~ normal(log(5), 0.3);
  log_central ~ normal(log(30), 0.3);
  log_exchange ~ normal(log(4), 0.3);
  log_peripheral ~ normal(log(50), 0.3);
  log_sigma ~ normal(log(0.15), 0.3);
}
