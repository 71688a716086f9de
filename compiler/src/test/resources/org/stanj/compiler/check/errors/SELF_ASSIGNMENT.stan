transformed data {
  real x = 1;
  x = x;
}
