parameters {
  real mu;
}
model {
  if (1) {
    mu ~ normal(0, 1);
}
