// Three kinds of statement: a vectorised one, a loop of independent terms, and a recurrence.
functions {
  real count_lpmf(int c, real eta) {
    if (c == 0) {
      return -exp(eta);
    }
    return c * eta - exp(eta);
  }
}
data {
  int<lower=1> N;
  vector[N] x;
  vector[N] y;
  vector[N] u;
  array[N] int<lower=0> c;
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
    c[n] ~ count(alpha + beta * x[n]);
  }
  for (n in 1 : N) {
    level = rho * level + u[n];
    misfit += square((y[n] - level) / (1 + sigma));
  }
  target += -0.5 * misfit;
}
