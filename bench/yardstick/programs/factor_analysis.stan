data {
  int<lower=0> N;
  int<lower=1> D;
  int<lower=1> K;
  matrix[N, D] Y;
}
parameters {
  matrix[N, K] F;
  matrix[K, D] Lambda;
  vector<lower=0>[D] psi;
}
model {
  matrix[N, D] mu = F * Lambda;
  to_vector(F) ~ std_normal();
  to_vector(Lambda) ~ normal(0, 1);
  psi ~ normal(0, 1);
  for (d in 1 : D) {
    Y[ : , d] ~ normal(mu[ : , d], psi[d]);
  }
}
