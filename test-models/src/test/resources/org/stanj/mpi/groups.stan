// Logistic regression with groups; its likelihood is cut into slices.
functions {
  real part(array[] int y, int first, int last, vector x, vector z, array[] int g) {
    return bernoulli_logit_lpmf(y | x[first:last] * z[1] + z[g[first:last]]);
  }
}
data {
  int N;
  int G;
  array[N] int y;
  vector[N] x;
  array[N] int g;
  int grainsize;
}
transformed data {
  real shift = normal_rng(0, 0.1);
}
parameters {
  vector[G] z;
}
model {
  z ~ normal(shift, 1);
  target += reduce_sum(part, y, grainsize, x, z, g);
}
generated quantities {
  real again = reduce_sum(part, y, grainsize, x, z, g) + normal_rng(0, 1);
}
