// Rows of a matrix from the row before.
parameters { row_vector[3] p; }
model {
  matrix[4, 3] m;
  m[1] = p;
  for (t in 2:4) {
    m[t] = m[t - 1] * 0.5 + p .* m[t - 1];
    m[t, 2] = m[t, 1] * m[t - 1, 3];
  }
  target += -sum(m .* m);
  for (j in 1:3) target += sin(sum(m[, j]));
}
