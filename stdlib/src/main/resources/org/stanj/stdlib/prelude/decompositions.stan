// Singular value and QR decompositions of real matrices, and what follows from them.

kernel SingularValues.svd(matrix A, out matrix U, out vector s, out matrix V);

kernel FullQr.qr(matrix A, out matrix Q, out matrix R);

kernel PseudoInverse.pseudoInverse(matrix A, out matrix P);

/// U, the singular values, descending, and V of the thin decomposition U diag(s) V'.
tuple(matrix, vector, matrix) svd(matrix x) {
  int k = min(rows(x), cols(x));
  matrix[rows(x), k] U;
  vector[k] s;
  matrix[cols(x), k] V;
  SingularValues_svd(x, U, s, V);
  return (U, s, V);
}

/// The left singular vectors.
matrix svd_U(matrix x) {
  return svd(x).1;
}

/// The right singular vectors.
matrix svd_V(matrix x) {
  return svd(x).3;
}

/// Q, square, and R of the QR decomposition, the diagonal of R not negative.
tuple(matrix, matrix) qr(matrix x) {
  matrix[rows(x), rows(x)] Q;
  matrix[rows(x), cols(x)] R;
  FullQr_qr(x, Q, R);
  return (Q, R);
}

/// Q and R of the thin QR decomposition, the diagonal of R not negative.
tuple(matrix, matrix) qr_thin(matrix x) {
  int k = min(rows(x), cols(x));
  matrix[rows(x), k] Q;
  matrix[k, cols(x)] R;
  Decompositions_qrThin(x, Q, R);
  return (Q, R);
}

/// The square orthogonal factor of the QR decomposition.
matrix qr_Q(matrix x) {
  return qr(x).1;
}

/// The upper triangular factor of the QR decomposition, of the shape of x.
matrix qr_R(matrix x) {
  return qr(x).2;
}

/// The pseudoinverse of Moore and Penrose.
matrix generalized_inverse(matrix x) {
  matrix[cols(x), rows(x)] P;
  PseudoInverse_pseudoInverse(x, P);
  return P;
}
