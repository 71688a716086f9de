data {
  int N;
}
model {
  for (N in 1 : 2) {
    print(N);
  }
}
