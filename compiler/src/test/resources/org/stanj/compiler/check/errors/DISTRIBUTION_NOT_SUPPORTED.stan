parameters {
  real x;
}
model {
  x ~ wiener(1, 2, 3, 4);
}
