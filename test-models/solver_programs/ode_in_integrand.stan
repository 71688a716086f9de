functions {
  vector rate(real t, vector s, real k) {
    return -k * s .* s;
  }
  real integrand(real x, real xc, array[] real theta, data array[] real x_r, data array[] int x_i) {
    return exp(-square(x))
           * ode_rk45_tol(rate, [theta[1] + x_r[1]]', 0, {1 + x}, 1e-11, 1e-11, 100000, theta[x_i[1]])[1, 1];
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
transformed data {
  real fixed = integrate_1d(integrand, 0, 1, {1, 0.5}, xr[1], {2}, 1e-9);
}
parameters {
  real<lower=0> a;
  real<lower=0> k;
}
model {
  a ~ exponential(1);
  k ~ exponential(1);
  for (i in 1 : 2) {
    target += integrate_1d(integrand, 0, 1 + 0.1 * a, {a, k}, xr[i], {i}, 1e-9) * fixed;
  }
}
generated quantities {
  real q = integrate_1d(integrand, 0, 2, {a, k}, xr[1], {2});
}
