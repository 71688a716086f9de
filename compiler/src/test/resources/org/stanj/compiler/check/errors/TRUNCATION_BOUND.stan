parameters {
  real x;
}
model {
  x ~ normal(0, 1) T[{1.0}, ];
}
