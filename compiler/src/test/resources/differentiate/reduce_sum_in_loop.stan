// reduce_sum over slices whose length depends on the loop.
functions {
  real part(array[] real x, int from, int to, real m, vector v) {
    real s = 0;
    for (i in 1:size(x)) s += -square(x[i] - m) * v[from + i - 1];
    return s;
  }
}
parameters { array[5] real x; real m; vector[5] v; }
model {
  real t = m;
  for (n in 1:5) {
    t = 0.3 * reduce_sum(part, x[1:n], 1, t, v) + m;
    t = sin(t);
  }
  target += -t * t - dot_self(v) - dot_self(to_vector(x));
}
