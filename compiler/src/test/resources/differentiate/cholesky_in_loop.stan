// A factorisation in each round of a loop, of a matrix that changes.
parameters { vector[3] p; }
model {
  matrix[3, 3] m = add_diag(p * p', 3.0);
  for (t in 1:3) {
    matrix[3, 3] l = cholesky_decompose(m);
    target += -log_determinant(m) + l[2, 1] * p[t];
    m = add_diag(l * l' .* m, exp(p[t]));
    m = 0.5 * (m + m');
  }
}
