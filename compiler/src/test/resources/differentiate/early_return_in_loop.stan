// A function leaves from inside its loop.
functions {
  real first_above(vector x, real limit) {
    real s = 0;
    for (i in 1:num_elements(x)) {
      s += exp(x[i]);
      if (s > limit) return s * x[i];
      s *= 0.9;
    }
    return -s;
  }
}
parameters { vector[5] p; }
model {
  target += -square(first_above(p, 3));
  for (i in 2:4) target += -square(first_above(head(p, i) * 0.5, exp(p[1])));
}
