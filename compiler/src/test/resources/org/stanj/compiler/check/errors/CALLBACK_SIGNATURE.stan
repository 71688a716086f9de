functions {
  real f(array[] real x, int start, real end, vector w) {
    return 1;
  }
}
model {
  target += reduce_sum(f, {1.0}, 1, 2.0);
}
