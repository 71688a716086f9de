functions {
  real f(real x) {
    return x;
    print(x);
  }
}
