functions {
  int foo_lpdf(real x) {
    return 1;
  }
}
