functions {
  real power(real x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }
  vector rate(real t, vector s, real k, int n) {
    return [-k * power(s[1], n)]';
  }
  vector system(vector x, vector s, real k, int n) {
    return x + 0.1 * power(x[1], 3) - through(s, n, k);
  }
  vector through(vector s, int n, real k) {
    if (n == 0) {
      return s;
    }
    vector[1] half = ode_bdf_tol(rate, s, 0, {0.5}, 1e-10, 1e-10, 100000, k, n)[1];
    return solve_newton_tol(system, half, 1e-8, 1e-12, 200, half, k, n - 1);
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
  real<lower=0> k;
}
model {
  a ~ exponential(1);
  k ~ exponential(1);
  target += -square(y[1] - through([a]', 3, k)[1]);
}
generated quantities {
  real r = through([a]', 2, k)[1];
}
