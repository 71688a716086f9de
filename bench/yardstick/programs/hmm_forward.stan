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
  array[T, K] real gamma;
  mu ~ normal(0, 3);
  sigma ~ normal(0, 1);
  for (k in 1 : K) {
    gamma[1, k] = -log(K) + normal_lpdf(y[1] | mu[k], sigma);
  }
  for (t in 2 : T) {
    for (k in 1 : K) {
      array[K] real acc;
      for (j in 1 : K) {
        acc[j] = gamma[t - 1, j] + log(A[j, k]);
      }
      gamma[t, k] = log_sum_exp(acc) + normal_lpdf(y[t] | mu[k], sigma);
    }
  }
  target += log_sum_exp(gamma[T]);
}
