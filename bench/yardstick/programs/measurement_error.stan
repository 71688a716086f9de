data {
  int<lower=0> N;
  vector[N] x_seen;
  vector<lower=0>[N] s;
  vector[N] y;
}
parameters {
  real mu;
  real<lower=0> tau;
  vector[N] x;
  real alpha;
  real beta;
  real<lower=0> sigma;
}
model {
  mu ~ normal(0, 5);
  tau ~ normal(0, 2);
  x ~ normal(mu, tau);
  x_seen ~ normal(x, s);
  alpha ~ normal(0, 5);
  beta ~ normal(0, 5);
  sigma ~ normal(0, 2);
  y ~ normal(alpha + beta * x, sigma);
}
