functions {
  vector rates(real t, vector z, real beta, real gamma) {
    real infection = beta * z[1] * z[2];
    return [-infection, infection - gamma * z[2], gamma * z[2]]';
  }
}
data {
  int<lower=0> T;
  array[T] real ts;
  int<lower=1> population;
  array[T] int<lower=0> cases;
}
parameters {
  real<lower=0> beta;
  real<lower=0> gamma;
  real<lower=0> phi;
}
model {
  beta ~ normal(1, 1);
  gamma ~ normal(0.4, 0.5);
  phi ~ gamma(2, 0.1);
  vector[3] z0 = [1 - 1.0 / population, 1.0 / population, 0]';
  array[T] vector[3] z = ode_bdf(rates, z0, 0, ts, beta, gamma);
  for (t in 1 : T) {
    cases[t] ~ neg_binomial_2(population * z[t, 2] + 1e-5, phi);
  }
}
