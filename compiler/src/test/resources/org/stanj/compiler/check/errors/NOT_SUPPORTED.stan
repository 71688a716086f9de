transformed data {
  complex z = 3i;
}
