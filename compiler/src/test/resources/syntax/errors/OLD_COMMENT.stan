# the data
data {
  int N; # a count
}
