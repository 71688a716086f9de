data {
  int<lower=1> T;
  int<lower=1> K;
  vector[T] y;
}
parameters {
  array[K] simplex[K] A;
  ordered[K] mu;
  real<lower=0> sigma;
}
model {
  matrix[K, T] log_omega;
  matrix[K, K] Gamma;
  mu ~ normal(0, 3);
  sigma ~ normal(0, 1);
  for (t in 1 : T) {
    for (k in 1 : K) {
      log_omega[k, t] = normal_lpdf(y[t] | mu[k], sigma);
    }
  }
  for (k in 1 : K) {
    Gamma[k] = A[k]';
  }
  target += hmm_marginal(log_omega, Gamma, rep_vector(1.0 / K, K));
}
