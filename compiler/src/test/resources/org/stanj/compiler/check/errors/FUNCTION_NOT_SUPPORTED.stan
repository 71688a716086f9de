generated quantities {
  real x = laplace_marginal(1);
}
