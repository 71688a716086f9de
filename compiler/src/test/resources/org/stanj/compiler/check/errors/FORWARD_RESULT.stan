functions {
  real f(real x);
  int f(real y) {
    return 1;
  }
}
