parameters {
  real x;
}
model {
  x ~ norml(0, 1);
}
