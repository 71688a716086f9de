// Nothing asks for slices, but all of the likelihood is cut; scales that are not positive reject.
data {
  int n;
  int grain;
}
transformed data {
  vector[n] x = linspaced_vector(n, -1, 1);
  vector[n] y = 0.5 * x + sin(x * 40);
}
parameters {
  real a;
  real b;
  real s;
}
model {
  a ~ normal(0, grain);
  b ~ std_normal();
  s ~ normal(1, 0.5);
  vector[n] mu = a + b * x;
  y ~ normal(mu, s);
  for (i in 1 : n) {
    target += -log1p(square(y[i] - mu[i])) * exp(b);
  }
}
