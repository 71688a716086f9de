// A reduce_sum inside the function of another.
functions {
  real inner(array[] real x, int from, int to, real m) { return -dot_self(to_vector(x) - m) + m * from; }
  real outer(array[] vector x, int from, int to, real m, real s) {
    real t = 0;
    for (i in 1:size(x)) t += s * square(reduce_sum(inner, to_array_1d(x[i]), 1, m * s));
    return -t;
  }
}
parameters { array[3] vector[2] x; real m; real s; }
model { target += 0.01 * reduce_sum(outer, x, 1, m, s) - m * m - s * s; }
