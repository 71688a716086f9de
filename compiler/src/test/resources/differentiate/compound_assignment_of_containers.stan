// += and friends on whole containers, rows and elements.
parameters { vector[3] p; matrix[3, 3] m; }
model {
  vector[3] v = p;
  matrix[3, 3] a = m;
  v += p .* p;
  v *= 0.5;
  v .*= exp(p);
  v ./= 1 + square(p);
  v -= v[1];
  a *= m;
  a += a';
  a[2] += v';
  a[, 3] = a[, 3] - v;
  a[1, 1] /= 3;
  target += -dot_self(v) - sum(square(a)) * 0.1 + v[2];
}
