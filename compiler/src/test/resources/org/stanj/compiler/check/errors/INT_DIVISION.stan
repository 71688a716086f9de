transformed data {
  int n = 3;
  int k = (n + 1) / 2;
}
