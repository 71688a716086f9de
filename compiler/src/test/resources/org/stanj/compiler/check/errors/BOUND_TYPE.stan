data {
  vector[2] b;
  array[2] int<lower=b> k;
}
