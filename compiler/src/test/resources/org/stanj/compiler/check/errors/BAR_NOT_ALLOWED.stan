functions {
  real power(real x, real y) {
    return x ^ y;
  }
}
model {
  target += power(2 | 3);
}
