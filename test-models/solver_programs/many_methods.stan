functions {
  vector rate(real t, vector s, tuple(array[,] real, tuple(real, matrix)) all, array[] vector extra) {
    vector[2] d = all.2.1 * all.2.2 * s;
    for (i in 1 : size(extra)) {
      d += extra[i] * all.1[i, 1] * cos(t);
    }
    return d;
  }
  vector residual(real t, vector s, vector ds, real k, vector b) {
    return [ds[1] + k * s[1] - b[1] * s[2], s[1] + s[2] - b[2]]';
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
  real<lower=0> k;
  array[3] vector[2] extra;
  matrix[2, 2] P;
  real<lower=0, upper=0.3> t0;
}
model {
  array[3] vector[2] s = ode_adjoint_tol_ctl(rate, extra[1], t0, ts, 1e-10, [1e-10, 1e-10]', 1e-10, [1e-10, 1e-10]', 1e-10, 1e-10, 100000, 100, 2, 2, 2, (A, (k, M)), extra);
  array[2] vector[2] u = ode_bdf_tol(rate, s[1], 0, {0.5 + t0, 1 + k}, 1e-10, 1e-10, 100000, (A, (0.5, M + 0.1 * P)), extra);
  array[2] vector[2] v = ode_adams(rate, u[2], 0, {0.5, 1}, ({{0.1, 0.2}, {0.3, 0.4}, {k, t0}}, (k, P)), extra[1 : 2]);
  array[3] vector[2] d = dae(residual, [s[1, 1], k - s[1, 1]]', [-k * s[1, 1] + extra[1, 1] * (k - s[1, 1]), k * s[1, 1] - extra[1, 1] * (k - s[1, 1])]', 0, ts, k, [extra[1, 1], k]');
  array[3] vector[2] e = dae_tol(residual, [0.5, 0.5]', [-0.5 * k + 0.5, 0.5 * k - 0.5]', 0, ts, 1e-10, 1e-10, 100000, k, [1, 1]');
  k ~ exponential(1);
  to_vector(P) ~ normal(0, 1);
  for (i in 1 : 3) {
    extra[i] ~ normal(0, 1);
    target += -sum(square(s[i])) - sum(square(d[i] - e[i])) * i;
  }
  target += sum(v[2]);
}
