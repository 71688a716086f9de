// Robertson's reactions, stiff: 3 states, 4 parameters, 12 times on a logarithmic scale, ode_bdf_tol.
functions {
  vector slope(real t, vector c, vector k) {
    real slow = k[1] * c[1];
    real back = k[2] * c[2] * c[3];
    real fast = k[3] * square(c[2]);
    return [back - slow, slow - back - fast, fast]';
  }
}
data {
  int<lower=1> T;
  array[T] real<lower=0> ts;
  array[T] vector[3] y; // the second species times 1e4
}
parameters {
  real<offset=log(0.04), multiplier=0.2> log_k1;
  real<offset=log(1e4), multiplier=0.2> log_k2;
  real<offset=log(3e7), multiplier=0.2> log_k3;
  real<offset=log(0.02), multiplier=0.3> log_sigma;
}
model {
  vector[3] k = exp([log_k1, log_k2, log_k3]');
  array[T] vector[3] c = ode_bdf_tol(slope, [1, 0, 0]', 0, ts, 1e-6, 1e-10, 100000, k);
  log_k1 ~ normal(log(0.04), 0.2);
  log_k2 ~ normal(log(1e4), 0.2);
  log_k3 ~ normal(log(3e7), 0.2);
  log_sigma ~ normal(log(0.02), 0.3);
  for (t in 1:T) {
    y[t] ~ normal(c[t] .* [1, 1e4, 1]', exp(log_sigma));
  }
}
