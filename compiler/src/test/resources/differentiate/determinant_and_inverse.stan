// Inverse, determinant and quadratic forms of a matrix that is changed in between.
parameters { matrix[3, 3] m; vector[3] b; }
model {
  matrix[3, 3] a = m + diag_matrix(rep_vector(6, 3));
  matrix[3, 3] inv = inverse(a);
  target += -sum(inv * b);
  a[1, 2] = inv[1, 1] * 3;
  target += log_determinant(a) - b' * a * b * 0.01;
  target += sum(mdivide_left(a, b)) + sum(b' / a);
}
