model {
  real array;
}
