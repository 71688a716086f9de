data {
  int<lower=0> J;
  array[J] int<lower=0> trials;
  array[J] int<lower=0> y;
}
parameters {
  real mu;
  real<lower=0> tau;
  vector<offset=mu, multiplier=tau>[J] theta;
}
model {
  mu ~ normal(0, 2);
  tau ~ normal(0, 1);
  theta ~ normal(mu, tau);
  y ~ binomial_logit(trials, theta);
}
