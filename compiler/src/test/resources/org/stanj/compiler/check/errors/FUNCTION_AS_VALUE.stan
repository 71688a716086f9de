generated quantities {
  real x = exp + 1;
}
