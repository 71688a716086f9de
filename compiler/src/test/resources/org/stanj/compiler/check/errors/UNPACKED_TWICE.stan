transformed data {
  array[2] int a;
  (a[1], a[2]) = (1, 2);
}
