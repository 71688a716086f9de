data {
  array[2] int<offset=1> k;
}
