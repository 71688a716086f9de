functions {
  vector foo_log(vector x) {
    return x;
  }
}
parameters {
  vector[2] x;
}
model {
  x ~ foo();
}
