// A function returns a container, which is changed afterwards; its argument too.
functions {
  vector twice(vector x) { return 2 * x; }
  vector same(vector x) { return x; }
}
parameters { vector[3] p; }
model {
  vector[3] v = p;
  vector[3] w = same(v);
  w[1] = w[2] * w[3];
  v[2] = w[1] + v[1];
  w = twice(w);
  w[3] = v[2] * w[1];
  v = same(w);
  v[1] += 1;
  target += -dot_self(v) + dot_product(v, w);
}
