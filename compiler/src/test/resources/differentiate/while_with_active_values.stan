// The number of rounds depends on parameters; the state is a vector.
parameters { vector[2] p; }
model {
  vector[2] v = p;
  int n = 0;
  while (dot_self(v) > 0.05 && n < 20) {
    v = v * 0.6;
    v[1] += 0.1 * v[2] * p[1];
    n += 1;
  }
  target += -dot_self(v) * n - dot_self(p);
}
