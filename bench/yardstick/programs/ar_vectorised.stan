data {
  int<lower=0> T;
  int<lower=0> P;
  vector[T] y;
}
parameters {
  real alpha;
  vector[P] phi;
  real<lower=0> sigma;
}
model {
  vector[T - P] mu = rep_vector(alpha, T - P);
  alpha ~ normal(0, 2);
  phi ~ normal(0, 1);
  sigma ~ normal(0, 2);
  for (p in 1 : P) {
    mu += phi[p] * y[P + 1 - p : T - p];
  }
  y[P + 1 : T] ~ normal(mu, sigma);
}
