functions {
  real foo_lpdf(real x) {
    return -x;
  }
}
parameters {
  real x;
}
model {
  x ~ foo() T[0, ];
}
