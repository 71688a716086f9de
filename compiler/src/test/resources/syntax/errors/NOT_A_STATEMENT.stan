model {
  real x;
  x == 2;
}
