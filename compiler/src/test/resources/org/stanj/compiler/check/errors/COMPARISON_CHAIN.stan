transformed data {
  int n = 3;
  int k = 1 < n < 2;
}
