// Two-parameter item responses as a table. Clients start at 0 on the unconstrained scale, where all
// linear predictors are exactly 0, and the prior of one parameter has its kink.
data {
  int<lower=1> I;
  int<lower=1> J;
  array[I, J] int<lower=0, upper=1> y;
}
parameters {
  real<lower=0> sigma_ability;
  vector[J] ability;
  vector<lower=0>[I] discrimination;
  real mu_b;
  vector[I] difficulty;
}
model {
  sigma_ability ~ cauchy(0, 2);
  ability ~ normal(0, sigma_ability);
  discrimination ~ lognormal(0, 1);
  mu_b ~ double_exponential(0, 2);
  difficulty ~ normal(mu_b, 1);
  target += -0.1 * sum(abs(ability));
  for (i in 1 : I) {
    y[i] ~ bernoulli_logit(discrimination[i] * (ability - difficulty[i]));
  }
}
