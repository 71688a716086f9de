parameters {
  real test_model;
}
