// A basis made beforehand, coefficients as a random walk.
data {
  int<lower=0> N;
  int<lower=2> K;
  matrix[N, K] B;
  vector[N] y;
}
parameters {
  vector[K] z;
  real<lower=0> tau;
  real<lower=0> sigma;
}
transformed parameters {
  vector[K] a;
  a[1] = z[1];
  for (k in 2 : K) {
    a[k] = a[k - 1] + tau * z[k];
  }
}
model {
  z ~ std_normal();
  tau ~ normal(0, 1);
  sigma ~ normal(0, 1);
  y ~ normal(B * a, sigma);
}
