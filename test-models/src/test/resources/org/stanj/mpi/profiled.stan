// Blocks that are timed, outside slices and in them.
functions {
  real part(array[] real slice, int first, int last, real mu) {
    real sum;
    profile ("part") {
      sum = normal_lpdf(slice | mu, 1);
    }
    return sum;
  }
}
data {
  int N;
}
transformed data {
  array[N] real y;
  for (n in 1 : N) {
    y[n] = normal_rng(1, 1);
  }
}
parameters {
  real mu;
}
model {
  profile ("prior") {
    mu ~ normal(0, 10);
  }
  target += reduce_sum(part, y, 1, mu);
}
