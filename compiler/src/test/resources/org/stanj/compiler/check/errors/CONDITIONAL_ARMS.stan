data {
  vector[3] x;
}
model {
  print(1 ? x : 2.0);
}
