data {
  int K;
}
parameters {
  real<lower=K > 0 ? 0 : 1> x;
}
