// Three kinds of statement: a vectorised one, a loop of independent terms, and a recurrence.
functions {
  real loss(real r) {
    if (abs(r) < 1) {
      return square(r);
    }
    return 2 * abs(r) - 1;
  }
}
data {
  int<lower=1> N;
  vector[N] x;
  vector[N] y;
  vector[N] u;
  array[N] int<lower=0, upper=1> c;
}
parameters {
  real alpha;
  real beta;
  real<lower=0> sigma;
  real rho;
}
model {
  real level = 0;
  real misfit = 0;
  y ~ normal(alpha + beta * x, sigma);
  for (n in 1 : N) {
    c[n] ~ bernoulli_logit(alpha + beta * x[n]);
  }
  for (n in 1 : N) {
    level = rho * level + u[n];
    misfit += loss((y[n] - level) / (1 + sigma));
  }
  target += -0.5 * misfit;
}
