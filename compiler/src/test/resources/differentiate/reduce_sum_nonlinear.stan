// The sum goes through other functions; arguments of several types.
functions {
  real part(array[] int k, int from, int to, vector b, matrix m, real x) {
    real s = 0;
    for (i in 1:size(k)) {
      if (k[i] == 0) continue;
      s += b[k[i]] * x + m[k[i], 1];
      if (s > 3) return s * s;
    }
    return s;
  }
}
transformed data { array[7] int k = {1, 2, 0, 2, 1, 1, 2}; }
parameters { vector[2] b; matrix[2, 2] m; real x; }
model {
  target += -square(reduce_sum(part, k, 2, b, m, x));
  real y = reduce_sum(part, k, 3, b * x, m, 1.0) * x;
  b ~ normal(y, 2);
  target += -sum(m .* m) - x * x;
}
