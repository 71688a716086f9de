transformed data {
  array[2] int k;
  k[2] = 1.5;
}
