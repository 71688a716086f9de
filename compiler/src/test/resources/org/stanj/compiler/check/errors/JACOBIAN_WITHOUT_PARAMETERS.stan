functions {
  real shift_jacobian(real x) {
    jacobian += x;
    return x;
  }
}
transformed parameters {
  real y = shift_jacobian(1);
}
