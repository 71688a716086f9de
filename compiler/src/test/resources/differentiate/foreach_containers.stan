// Loops over the elements of vectors, arrays and matrices.
parameters { vector[3] p; array[2] vector[2] a; matrix[2, 2] m; }
model {
  real s = 1;
  for (x in p) s = s * x + 0.5;
  for (v in a) { s += dot_self(v) * s * 0.1; for (x in v) target += -x * s * x; }
  for (x in m) s = sin(s * x) + x;
  for (x in p .* p) s += x * s;
  target += -s * s;
}
