data {
  vector[2] v;
}
transformed data {
  real x = v.1;
}
