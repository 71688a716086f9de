data {
  real offset;
  real lower;
}
