functions {
  real f(int n, vector v) {
    return n;
  }
  int f(int k, data vector w) {
    return k;
  }
}
