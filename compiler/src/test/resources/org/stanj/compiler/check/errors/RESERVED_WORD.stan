parameters {
  real typedef;
}
