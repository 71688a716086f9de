transformed parameters {
  array[2] int k = {1, 2};
}
