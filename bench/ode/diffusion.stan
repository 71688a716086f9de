// Fisher's equation u_t = D u_xx + r u (1 - u) on 40 points: 40 states, 4 parameters, 5 times, ode_bdf.
functions {
  vector slope(real t, vector u, real exchange, real r) {
    int n = size(u);
    vector[n] d = r * u .* (1 - u);
    d[1] += exchange * (u[2] - u[1]);
    d[2 : n - 1] += exchange * (u[1 : n - 2] - 2 * u[2 : n - 1] + u[3 : n]);
    d[n] += exchange * (u[n - 1] - u[n]);
    return d;
  }
}
data {
  int<lower=3> N;
  int<lower=1> T;
  array[T] real<lower=0> ts;
  real<lower=0> spacing;
  vector[N] shape; // of the initial state
  array[T] vector[N] y;
}
parameters {
  real<offset=log(0.01), multiplier=0.3> log_diffusion;
  real<offset=0, multiplier=0.3> log_r;
  real<offset=log(0.5), multiplier=0.3> log_height;
  real<offset=log(0.05), multiplier=0.3> log_sigma;
}
model {
  array[T] vector[N] u = ode_bdf(slope, exp(log_height) * shape, 0, ts,
                                 exp(log_diffusion) / square(spacing), exp(log_r));
  log_diffusion ~ normal(log(0.01), 0.3);
  log_r ~ normal(0, 0.3);
  log_height ~ normal(log(0.5), 0.3);
  log_sigma ~ normal(log(0.05), 0.3);
  for (t in 1:T) {
    y[t] ~ normal(u[t], exp(log_sigma));
  }
}
