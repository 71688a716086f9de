functions {
  real f_lp(real x) {
    target += x;
    return x;
  }
}
parameters {
  real x;
}
transformed parameters {
  real y = f_lp(x);
}
