data {
  real N;
  vector[N] x;
}
