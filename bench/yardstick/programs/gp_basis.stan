// A Gaussian process by its leading eigenfunctions on an interval.
data {
  int<lower=1> N;
  int<lower=1> M;
  real<lower=0> C;
  vector[N] x;
  vector[N] y;
}
transformed data {
  matrix[N, M] Phi;
  for (m in 1 : M) {
    Phi[ : , m] = sin(m * pi() / (2 * C) * (x + C)) / sqrt(C);
  }
}
parameters {
  real<lower=0> rho;
  real<lower=0> alpha;
  real<lower=0> sigma;
  vector[M] z;
}
model {
  vector[M] spd;
  for (m in 1 : M) {
    real w = m * pi() / (2 * C);
    spd[m] = alpha * sqrt(sqrt(2 * pi()) * rho) * exp(-0.25 * square(rho * w));
  }
  rho ~ inv_gamma(5, 5);
  alpha ~ std_normal();
  sigma ~ std_normal();
  z ~ std_normal();
  y ~ normal(Phi * (spd .* z), sigma);
}
