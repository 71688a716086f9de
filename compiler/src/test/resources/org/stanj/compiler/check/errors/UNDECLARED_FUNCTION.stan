parameters {
  real x;
}
model {
  target += squar(x);
}
