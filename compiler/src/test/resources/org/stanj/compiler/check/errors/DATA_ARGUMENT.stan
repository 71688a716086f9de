functions {
  real f(real x, data vector k) {
    return x + k[1];
  }
}
parameters {
  vector[2] theta;
}
model {
  target += f(1, theta);
}
