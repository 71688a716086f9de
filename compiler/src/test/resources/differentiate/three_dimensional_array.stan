// An array of arrays of matrices.
parameters { vector[4] p; }
model {
  array[2, 3] matrix[2, 2] a;
  for (i in 1:2) for (j in 1:3) {
    a[i, j] = to_matrix(p * i, 2, 2);
    if (j > 1) a[i, j] = a[i, j - 1] * a[i, j] * 0.5;
    if (i > 1) a[i, j, 1, 2] = a[1, j, 2, 1] * p[j];
  }
  for (x in a) for (m in x) target += -sum(m .* m) * 0.1;
}
