// Subjects and items, 10,000 answers.
data {
  int<lower=0> N;
  int<lower=0> S;
  int<lower=0> I;
  array[N] int<lower=1, upper=S> subject;
  array[N] int<lower=1, upper=I> item;
  vector[N] x;
  array[N] int<lower=0, upper=1> y;
}
parameters {
  real alpha;
  real beta;
  real<lower=0> tau_s;
  real<lower=0> tau_i;
  vector[S] z_s;
  vector[I] z_i;
}
model {
  alpha ~ normal(0, 2);
  beta ~ normal(0, 2);
  tau_s ~ normal(0, 1);
  tau_i ~ normal(0, 1);
  z_s ~ std_normal();
  z_i ~ std_normal();
  y ~ bernoulli_logit(alpha + beta * x + tau_s * z_s[subject] + tau_i * z_i[item]);
}
