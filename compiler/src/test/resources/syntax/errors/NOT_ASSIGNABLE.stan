model {
  real x;
  x + 1 = 2;
}
