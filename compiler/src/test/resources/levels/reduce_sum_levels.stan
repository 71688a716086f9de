// Partial sums with lupdf inside, by name with and without u.
functions {
  real part_lpdf(array[] real y, int from, int to, real m, real s) { return normal_lupdf(y | m, s); }
  real whole(array[] real y, int from, int to, real m) { return normal_lpdf(y | m, 2); }
}
data { int N; array[N] real y; }
parameters { real mu; real<lower=0> s; }
model {
  target += reduce_sum(part_lpdf, y, 1, mu, s);
  target += reduce_sum(part_lupdf, y, 1, mu, s);
  target += reduce_sum(part_lupdf, y, 1, mu, 2.0);
  target += reduce_sum(part_lupdf, y, 1, 0.0, 2.0);
  target += reduce_sum(whole, y, 1, mu);
}
