data {
  real x;
}
model {
  print(!x);
}
