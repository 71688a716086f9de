data {
  int K;
}
parameters {
  real<lower=K == 1> x;
}
