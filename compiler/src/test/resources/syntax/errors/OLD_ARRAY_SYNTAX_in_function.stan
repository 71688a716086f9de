functions {
  real[] twice(int[,] x) {
    return { 2.0 * x[1, 1] };
  }
}
