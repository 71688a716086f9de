model {
  target += reduce_sum(1, {1.0}, 1);
}
