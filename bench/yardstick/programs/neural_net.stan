data {
  int<lower=0> N;
  int<lower=0> K;
  int<lower=0> H;
  matrix[N, K] X;
  array[N] int<lower=0, upper=1> y;
}
parameters {
  matrix[K, H] W;
  row_vector[H] b;
  vector[H] v;
  real c;
}
model {
  to_vector(W) ~ std_normal();
  b ~ std_normal();
  v ~ std_normal();
  c ~ std_normal();
  y ~ bernoulli_logit(c + tanh(X * W + rep_matrix(b, N)) * v);
}
