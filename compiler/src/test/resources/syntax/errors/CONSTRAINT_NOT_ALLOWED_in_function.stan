functions {
  real half(real<lower=0> x) {
    return 0.5 * x;
  }
}
