functions {
  array[] real rate(real t, array[] real s, array[] real theta, data array[] real x_r, data array[] int x_i) {
    return {-theta[x_i[1]] * s[1] + x_r[1] * s[2], sin(theta[x_i[2]] * s[1]) - s[2]};
  }
  vector system(vector x, vector theta, data array[] real x_r, data array[] int x_i) {
    return [x[1] + 0.2 * square(x[2]) - theta[x_i[1]], x[2] - 0.3 * sin(x[1]) - theta[x_i[2]] * x_r[2]]';
  }
  real integrand(real x, real xc, array[] real theta, data array[] real x_r, data array[] int x_i) {
    return exp(-theta[x_i[1]] * x) * x_r[1];
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
  array[2] real<lower=0> theta;
  array[2] real s0;
  real t0;
}
model {
  array[3, 2] real r = integrate_ode_rk45(rate, s0, t0 * 0.01, ts, theta, xr[1], xi[1], 1e-10, 1e-10, 1e6);
  array[3, 2] real b = integrate_ode_bdf(rate, r[1], 0, ts, theta, xr[2], xi[2]);
  array[3, 2] real a = integrate_ode_adams(rate, b[2], 0.1, ts, {1, 2}, xr[1], xi[1]);
  vector[2] x = algebra_solver(system, [0.1, 0.1]', to_vector(theta), xr[1], xi[1], 1e-12, 1e-10, 1000);
  vector[2] z = algebra_solver_newton(system, x, to_vector(s0), xr[1], xi[1], 1e-8, 1e-12, 1000);
  theta ~ exponential(1);
  s0 ~ normal(0, 1);
  t0 ~ normal(0, 1);
  target += -sum(square(to_vector(a[3]))) + x[1] * z[2];
  target += log(integrate_1d(integrand, 0, positive_infinity(), theta, xr[1], xi[1], 1e-10));
}
generated quantities {
  vector[2] q = algebra_solver(system, [0.1, 0.1]', to_vector(theta), xr[1], xi[1]);
}
