functions {
  real half(real x);
  real half(real x) {
    return x / 2;
  }
}
