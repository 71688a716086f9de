data {
  int N;
}
data {
  real y;
}
