data {
  array[2] real x[3];
}
