// A matrix multiplied by itself and by changing matrices.
parameters { matrix[2, 2] m; vector[2] v; }
model {
  matrix[2, 2] a = m;
  vector[2] x = v;
  for (t in 1:4) {
    x = a * x * 0.5;
    a = a * m * 0.5 + identity_matrix(2);
    a[1, 2] = x[1];
    x[2] = a[2, 1] * v[1];
  }
  target += -dot_self(x) - sum(a);
}
