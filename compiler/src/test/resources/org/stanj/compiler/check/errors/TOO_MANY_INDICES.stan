data {
  array[2] vector[3] x;
}
model {
  print(x[1, 2, 3]);
}
