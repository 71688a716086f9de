functions {
  real f_lp(real x) {
    target += x;
    return x;
  }
}
generated quantities {
  real y = f_lp(1);
}
