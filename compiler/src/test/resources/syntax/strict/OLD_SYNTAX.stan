data {
  vector[2] y[10];
}
