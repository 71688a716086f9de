functions {
  real twice(real x, int x) {
    return 2 * x;
  }
}
