transformed parameters {
  real x = normal_rng(0, 1);
}
