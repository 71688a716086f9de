// Autoregressive and moving-average terms through the residuals of the rows before.
data {
  int<lower=1> N;
  vector[N] y;
  int K;
  matrix[N, K] X;
  int<lower=0> Kar;
  int<lower=0> Kma;
  array[N] int<lower=0> lags;
  int prior_only;
}
transformed data {
  int longest = max(Kar, Kma);
}
parameters {
  vector[K] b;
  vector[Kar] ar;
  vector<lower=-1, upper=1>[Kma] ma;
  real<lower=0> sigma;
}
model {
  if (!prior_only) {
    matrix[N, longest] Err = rep_matrix(0, N, longest);
    vector[N] err;
    vector[N] mu = X * b;
    for (n in 1 : N) {
      mu[n] += Err[n, 1 : Kma] * ma;
      err[n] = y[n] - mu[n];
      for (i in 1 : lags[n]) {
        Err[n + 1, i] = err[n + 1 - i];
      }
      mu[n] += Err[n, 1 : Kar] * ar;
    }
    target += normal_lpdf(y | mu, sigma);
  }
  target += normal_lpdf(b | 0, 2) + normal_lpdf(ar | 0, 0.5);
  target += student_t_lpdf(sigma | 3, 0, 2.5) - 1 * student_t_lccdf(0 | 3, 0, 2.5);
}
