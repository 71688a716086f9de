// A regression with everything that clients read: containers, quantities, random numbers.
functions {
  real partial_sum(array[] real y, int start, int end, vector mu, real sigma) {
    return normal_lpdf(y | mu[start : end], sigma);
  }
}
data {
  int<lower=0> N;
  vector[N] x;
  array[N] real y;
}
parameters {
  real alpha;
  vector[2] beta;
  real<lower=0> sigma;
}
transformed parameters {
  vector[N] mu = alpha + beta[1] * x + beta[2] * square(x);
}
model {
  alpha ~ normal(0, 2);
  beta ~ normal(0, 2);
  sigma ~ exponential(1);
  target += reduce_sum(partial_sum, y, 4, mu, sigma);
}
generated quantities {
  matrix[2, 3] grid;
  array[N] real y_new = normal_rng(mu, sigma);
  for (i in 1 : 2) {
    for (j in 1 : 3) {
      grid[i, j] = 10 * i + j;
    }
  }
}
