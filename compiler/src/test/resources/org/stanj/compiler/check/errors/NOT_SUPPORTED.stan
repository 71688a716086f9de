data {
  vector[3] y;
}
parameters {
  vector[3] mu;
}
model {
  y ~ normal(mu, 1) T[0, 1];
}
