data {
  int<lower=0> N;
  int<lower=0> J;
  array[N] int<lower=1, upper=J> g;
  vector[N] x;
  vector[N] y;
}
parameters {
  real mu;
  real<lower=0> tau;
  vector[J] z;
  real b;
  real<lower=0> sigma;
}
transformed parameters {
  vector[J] a;
  for (j in 1 : J) {
    a[j] = mu + tau * z[j];
  }
}
model {
  mu ~ normal(0, 5);
  tau ~ normal(0, 2);
  z ~ std_normal();
  b ~ normal(0, 2);
  sigma ~ normal(0, 2);
  for (n in 1 : N) {
    y[n] ~ normal(a[g[n]] + b * x[n], sigma);
  }
}
