// Triangular solves with a factor that changes.
parameters { vector[3] d; vector[3] o; vector[3] b; }
model {
  matrix[3, 3] l = diag_matrix(exp(d));
  l[2, 1] = o[1];
  l[3, 1] = o[2];
  l[3, 2] = o[3];
  vector[3] x = b;
  for (t in 1:3) {
    x = mdivide_left_tri_low(l, x);
    l[3, 2] += 0.1 * x[1];
    target += -dot_self(x);
  }
  target += -sum(tcrossprod(l)) * 0.01 + multi_normal_cholesky_lpdf(b | x, l);
}
