functions {
  real foo_lpmf(real x) {
    return 1;
  }
}
