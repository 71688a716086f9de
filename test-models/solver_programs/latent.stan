functions {
  real observed(vector theta, vector y, array[] int group, tuple(real, vector) scale) {
    real total = 0;
    for (n in 1 : size(y)) {
      total += normal_lpdf(y[n] | theta[group[n]] * scale.2[1], scale.1);
    }
    return total;
  }
  matrix covariance(real a, array[,] real x, real jitter) {
    matrix[size(x), size(x)] K;
    for (i in 1 : size(x)) {
      for (j in 1 : size(x)) {
        K[i, j] = square(a) * exp(-0.5 * square(x[i, 1] - x[j, 1]));
      }
    }
    return add_diag(K, jitter);
  }
  real part(array[] int slice, int from, int to, vector y, array[] int group, real a, real s, array[,] real x) {
    real total = 0;
    for (i in slice) {
      total += laplace_marginal(observed, (y * i, group, (s, [1, 1]')), 1, covariance, (a, x, 0.1));
    }
    return total;
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
  real fixed = laplace_marginal(observed, (y, group, (1.0, [1, 1]')), 1, covariance, (1.0, A, 0.1));
}
parameters {
  real<lower=0> a;
  real<lower=0> s;
  vector[2] b;
}
model {
  a ~ exponential(1);
  s ~ exponential(1);
  b ~ normal(0, 1);
  target += fixed + reduce_sum(part, {1, 2}, 1, y, group, a, s, A);
  target += laplace_marginal_tol(observed, (y, group, (s, b)), 1, covariance, (a, A, 0.1),
                                 (rep_vector(0, 3), 1e-12, 100, 1, 10, 1));
  target += laplace_marginal_poisson_log_lpmf({1, 0, 3} | {1, 2, 3}, [b[1], 0, b[2]]', 1, covariance, (a, A, s));
}
generated quantities {
  real again = laplace_marginal(observed, (y, group, (s, b)), 3, covariance, (a, A, 0.1));
  vector[3] draw = laplace_latent_rng(observed, (y, group, (s, b)), 1, covariance, (a, A, 0.1));
}
