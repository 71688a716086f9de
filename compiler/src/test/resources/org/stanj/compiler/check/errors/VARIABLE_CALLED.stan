parameters {
  real theta;
}
model {
  target += theta(1);
}
