parameters {
  matrix[2, 2] A;
}
model {
  target += sum(svd_U(A));
}
