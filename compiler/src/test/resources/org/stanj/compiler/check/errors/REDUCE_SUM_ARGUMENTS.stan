functions {
  real f(array[] real x, int start, int end) {
    return 1;
  }
}
parameters {
  vector[2] phi;
}
model {
  target += reduce_sum(f, phi, 1);
}
