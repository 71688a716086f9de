transformed data {
  real a = 1;
  real b = 2;
  (a, b) += (1, 2);
}
