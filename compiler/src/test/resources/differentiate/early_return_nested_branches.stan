// Returns at several depths of branches, statements after them.
functions {
  real f(real a, real b) {
    real c = a * b;
    if (a > 0) {
      if (b > 0) return exp(-c);
      c += a;
      if (c > 0.1) { c *= 2; } else { return c * a; }
      c = c - b;
    } else if (b > 0.5) {
      return a;
    }
    c = c * c;
    if (c > 1) return sqrt(c) + a;
    return c;
  }
}
parameters { vector[6] p; }
model {
  for (i in 1:5) target += -square(f(p[i], p[i + 1]));
  target += f(p[1], f(p[2], p[3]));
}
