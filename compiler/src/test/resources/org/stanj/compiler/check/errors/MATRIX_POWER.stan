data {
  matrix[2, 2] A;
}
transformed data {
  matrix[2, 2] B = A ^ 2;
}
