functions {
  real foo_lupdf(real x) {
    return x;
  }
}
