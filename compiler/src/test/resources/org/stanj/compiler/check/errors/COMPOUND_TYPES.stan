transformed data {
  int k = 1;
  k += 1.5;
}
