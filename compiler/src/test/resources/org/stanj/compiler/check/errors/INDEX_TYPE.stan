data {
  vector[3] x;
  array[2] real k;
}
model {
  print(x[k]);
}
