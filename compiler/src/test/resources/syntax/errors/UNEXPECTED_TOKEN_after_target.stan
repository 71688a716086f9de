parameters {
  real x;
}
model {
  target = -x ^ 2;
}
