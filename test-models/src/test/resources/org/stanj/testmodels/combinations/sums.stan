// Slices that print and, where the sampler goes too far, reject: not always the same slice first.
functions {
  real part(array[] real s, int from, int to, real x) {
    real total = 0;
    for (i in 1 : size(s)) {
      real z = s[i] - x;
      if (z < -5) {
        reject("element ", from + i - 1, " is too far below ", x);
      }
      if (z > 4) {
        print("element ", from + i - 1, " is above ", x);
      }
      total += -log1p(square(z));
    }
    return total;
  }
}
data {
  int n;
  int grain;
}
parameters {
  real x;
  real y;
}
model {
  array[n] real s = linspaced_array(n, -2, 2);
  target += reduce_sum(part, s, grain, x);
  y ~ normal(x, 0.5);
}
generated quantities {
  real z = reduce_sum(part, linspaced_array(n, 0, 1), grain, x);
}
