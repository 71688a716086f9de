// Returns of containers from several places of a function.
functions {
  vector pick(vector a, vector b, real x) {
    if (x > 0) return a .* b;
    if (x > -0.5) {
      vector[2] c = a + b * x;
      c[1] = x;
      return c;
    }
    return b;
  }
}
parameters { array[4] vector[2] p; real x; }
model {
  vector[2] last = p[1];
  for (i in 1:4) {
    vector[2] r = pick(p[i], last, p[i][1]);
    target += -dot_self(r) * x;
    last = pick(r, p[i], p[i][2]);
  }
  target += -dot_self(last);
}
