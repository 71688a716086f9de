functions {
  real g(int a, real b) {
    return b;
  }
  real g(real a, int b) {
    return a;
  }
}
model {
  target += g(1, 2);
}
