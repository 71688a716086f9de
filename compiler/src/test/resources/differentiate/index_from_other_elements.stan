// Indices that are themselves read from int arrays, and change.
transformed data { array[4] int idx = {3, 1, 4, 2}; }
parameters { vector[4] p; }
model {
  vector[4] v = p;
  array[4] int k = idx;
  for (i in 1:4) {
    v[k[i]] = v[k[k[i]]] * p[i] + 1;
    k[i] = k[1 + i % 4];
    target += -v[k[i]];
  }
  target += -dot_self(v);
}
