data {
  vector[3] x;
}
model {
  print({1, 2.5, x});
}
