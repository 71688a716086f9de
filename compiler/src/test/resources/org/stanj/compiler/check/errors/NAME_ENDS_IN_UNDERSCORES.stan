parameters {
  real a__;
}
