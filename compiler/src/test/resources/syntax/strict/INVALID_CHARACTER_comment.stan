# the data
data {
  int N;
}
