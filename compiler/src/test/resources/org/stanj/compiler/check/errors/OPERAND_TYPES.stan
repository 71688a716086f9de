data {
  vector[3] x;
}
model {
  print(x * x);
}
