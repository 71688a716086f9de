functions {
  real f_lp(array[] real x, int start, int end) {
    return 1;
  }
}
model {
  target += reduce_sum(f_lp, {1.0}, 1);
}
