// Containers declared in a loop; their sizes depend on its index.
parameters { vector[5] p; }
model {
  real s = 0;
  for (n in 1:5) {
    vector[n] v = head(p, n);
    matrix[n, n] m = v * v';
    v[n] *= 2;
    for (i in 1:n) m[i, i] += exp(v[i]);
    s = s * 0.5 + log_determinant(m) + sum(v);
  }
  target += -s * s * 0.01;
}
