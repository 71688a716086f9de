functions {
  vector inner(vector z, real x, real k) {
    return z + sin(z) - x * k;
  }
  vector outer(vector x, vector b, real k) {
    vector[2] f;
    for (i in 1 : 2) {
      f[i] = x[i] + solve_newton_tol(inner, [0.1]', 1e-10, 1e-13, 200, x[3 - i], k)[1] - b[i];
    }
    return f;
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
  vector[2] b;
  real k;
}
model {
  b ~ normal(0, 1);
  k ~ normal(0, 0.5);
  target += -sum(square(solve_powell_tol(outer, [0.1, 0.2]', 1e-12, 1e-9, 500, b, k)));
}
