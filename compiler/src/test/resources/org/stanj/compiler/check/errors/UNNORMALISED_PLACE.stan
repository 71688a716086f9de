functions {
  void f_lp(real x) {
    target += normal_lupdf(x | 0, 1);
  }
}
