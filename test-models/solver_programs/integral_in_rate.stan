functions {
  real kernel(real x, real xc, array[] real theta, data array[] real x_r, data array[] int x_i) {
    return theta[1] * exp(-x * theta[2]) + x_r[x_i[1]] * x;
  }
  vector rate(real t, vector s, real a, real b, data array[] real x_r, data array[] int x_i) {
    return [s[2], -s[1] * integrate_1d(kernel, 0, 1 + square(s[1]), {a, b + s[2]}, x_r, x_i, 1e-9)]';
  }
}
data {
  int N;
  vector[N] y;
  array[3] real ts;
  array[N] int group;
  matrix[2, 2] M;
  array[3, 2] real A;
  array[2, 2] real xr;
  array[2, 2] int xi;
}
parameters {
  real<lower=0> a;
  real b;
  vector[2] s0;
}
model {
  array[3] vector[2] s = ode_ckrk_tol(rate, s0, 0, ts, 1e-9, 1e-9, 100000, a, b, xr[1], xi[2]);
  a ~ exponential(1);
  b ~ normal(0, 1);
  s0 ~ normal(0, 1);
  for (i in 1 : 3) {
    y[i] ~ normal(s[i, 1], 1);
  }
}
generated quantities {
  vector[2] s_end = ode_bdf(rate, s0, 0, {0.2}, a, b, xr[1], xi[1])[1];
}
