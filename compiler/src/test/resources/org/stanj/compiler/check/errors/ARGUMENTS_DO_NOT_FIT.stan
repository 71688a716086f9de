functions {
  real f(int n, array[] int k) {
    return n;
  }
  real f(vector v) {
    return v[1];
  }
}
model {
  target += f(1, 2.5);
}
