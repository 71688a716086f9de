// Each ~ drops the terms that hold no parameter.
data { int N; array[N] real y; array[N] int k; }
parameters { real mu; real<lower=0> s; }
model {
  y ~ normal(mu, s);
  y ~ normal(mu, 2);
  y ~ student_t(3, mu, s);
  k ~ poisson(s);
  k ~ poisson_log(mu);
  mu ~ cauchy(0, 2.5);
  s ~ gamma(2, 3);
  s ~ inv_gamma(mu * mu + 1, 2);
  s ~ lognormal(0, 1);
  y ~ normal(0, 1);
  k ~ neg_binomial_2(s, 2);
  k ~ neg_binomial_2(2, s);
  k ~ binomial(10, 0.3);
  k ~ binomial_logit(10, mu);
}
