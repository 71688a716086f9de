// No parameters: draws come from generated quantities alone.
data {
  real<lower=0> rate;
}
generated quantities {
  int k = poisson_rng(rate);
}
