data {
  int<lower=0> N;
  int<lower=0> K;
  matrix[N, K] X;
  array[N] int<lower=0, upper=1> y;
}
parameters {
  real alpha;
  vector[K] z;
  vector<lower=0>[K] lambda;
  real<lower=0> tau;
  real<lower=0> slab;
}
transformed parameters {
  vector[K] shrunk = sqrt(slab * square(lambda) ./ (slab + square(tau) * square(lambda)));
  vector[K] beta = z .* shrunk * tau;
}
model {
  alpha ~ normal(0, 2);
  z ~ std_normal();
  lambda ~ student_t(1, 0, 1);
  tau ~ student_t(1, 0, 0.1);
  slab ~ inv_gamma(2, 8);
  y ~ bernoulli_logit_glm(X, alpha, beta);
}
