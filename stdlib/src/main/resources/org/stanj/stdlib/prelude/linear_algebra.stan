// Matrix functions over kernels.

@total
kernel LinearAlgebra.multiply(matrix A, matrix B, out matrix C);

@rows
kernel LinearAlgebra.multiplyVector(matrix A, vector x, out vector y);

kernel LinearAlgebra.vectorMultiply(row_vector x, matrix A, out row_vector y);

kernel LinearAlgebra.cholesky(matrix A, out matrix L);

@total
kernel LinearAlgebra.choleskyOrNan(matrix A, out matrix L);

kernel LinearAlgebra.solveLower(matrix L, vector b, out vector x);

kernel LinearAlgebra.solveLowerMatrix(matrix L, matrix B, out matrix X);

kernel LinearAlgebra.solveLowerTransposed(matrix L, vector b, out vector x);

kernel LinearAlgebra.solveRightLower(matrix L, matrix B, out matrix X);

kernel SelfProducts.crossprod(matrix A, out matrix C);

kernel SelfProducts.tcrossprod(matrix A, out matrix C);

@total
kernel SelfProducts.multiplyLowerTriSelfTranspose(matrix L, out matrix C);

kernel Solves.mdivideLeft(matrix A, matrix B, out matrix X);

kernel Solves.mdivideLeftVector(matrix A, vector b, out vector x);

kernel Solves.mdivideLeftSpd(matrix A, matrix B, out matrix X);

kernel Solves.inverse(matrix A, out matrix B);

kernel Solves.inverseSpd(matrix A, out matrix B);

kernel Solves.determinant(matrix A) -> real;

kernel Solves.logDeterminant(matrix A) -> real;

kernel Solves.logDeterminantSpd(matrix A) -> real;

kernel Decompositions.eigenSymmetric(matrix A, out vector values, out matrix vectors);

kernel Decompositions.qrThin(matrix A, out matrix Q, out matrix R);

kernel Decompositions.singularValues(matrix A, out vector s);

kernel MatrixExponential.matrixExp(matrix A, out matrix E);

/// The lower triangular L with LL' = A.
matrix cholesky_decompose(matrix<symmetric> A "m") {
  int n = rows(A);
  matrix[n, n] L;
  LinearAlgebra_cholesky(A, L);
  return L;
}

/// L⁻¹b for lower triangular L; the upper triangle is not read.
vector mdivide_left_tri_low(matrix<square> L "A", vector b) {
  if (cols(L) != num_elements(b)) {
    fatal_error("mdivide_left_tri_low: Columns of A (", cols(L), ") and Rows of B (", num_elements(b),
           ") must match in size");
  }
  vector[num_elements(b)] x;
  LinearAlgebra_solveLower(L, b, x);
  return x;
}

matrix mdivide_left_tri_low(matrix<square> L "A", matrix B) {
  if (cols(L) != rows(B)) {
    fatal_error("mdivide_left_tri_low: Columns of A (", cols(L), ") and Rows of B (", rows(B),
           ") must match in size");
  }
  matrix[rows(B), cols(B)] X;
  LinearAlgebra_solveLowerMatrix(L, B, X);
  return X;
}

/// bL⁻¹ for lower triangular L.
row_vector mdivide_right_tri_low(row_vector b, matrix<square> L "A") {
  if (num_elements(b) != rows(L)) {
    fatal_error("mdivide_right_tri_low: Columns of A (", num_elements(b), ") and Rows of B (", rows(L),
           ") must match in size");
  }
  vector[num_elements(b)] x;
  LinearAlgebra_solveLowerTransposed(L, b', x);
  return x';
}

matrix mdivide_right_tri_low(matrix B, matrix<square> L "A") {
  if (cols(B) != rows(L)) {
    fatal_error("mdivide_right_tri_low: Columns of A (", cols(B), ") and Rows of B (", rows(L),
           ") must match in size");
  }
  matrix[rows(B), cols(B)] X;
  LinearAlgebra_solveRightLower(L, B, X);
  return X;
}

/// A⁻¹b.
vector mdivide_left(matrix<square> A "A", vector b) {
  if (cols(A) != num_elements(b)) {
    fatal_error("mdivide_left: Columns of A (", cols(A), ") and Rows of b (", num_elements(b),
           ") must match in size");
  }
  vector[num_elements(b)] x;
  Solves_mdivideLeftVector(A, b, x);
  return x;
}

matrix mdivide_left(matrix<square> A "A", matrix B) {
  if (cols(A) != rows(B)) {
    fatal_error("mdivide_left: Columns of A (", cols(A), ") and Rows of b (", rows(B),
           ") must match in size");
  }
  matrix[rows(B), cols(B)] X;
  Solves_mdivideLeft(A, B, X);
  return X;
}

/// bA⁻¹.
row_vector mdivide_right(row_vector b, matrix A) {
  return mdivide_left(A', b')';
}

matrix mdivide_right(matrix B, matrix A) {
  return mdivide_left(A', B')';
}

/// A⁻¹b for symmetric positive definite A.
vector mdivide_left_spd(matrix A, vector b) {
  return to_vector(mdivide_left_spd(A, to_matrix(b)));
}

matrix mdivide_left_spd(matrix<symmetric> A "A", matrix B) {
  if (cols(A) != rows(B)) {
    fatal_error("mdivide_left_spd: Columns of A (", cols(A), ") and Rows of B (", rows(B),
           ") must match in size");
  }
  matrix[rows(B), cols(B)] X;
  Solves_mdivideLeftSpd(A, B, X);
  return X;
}

/// bA⁻¹ for symmetric positive definite A.
row_vector mdivide_right_spd(row_vector b, matrix A) {
  return mdivide_left_spd(A, b')';
}

matrix mdivide_right_spd(matrix B, matrix A) {
  return mdivide_left_spd(A, B')';
}

/// The inverse A⁻¹ of a square matrix.
matrix inverse(matrix<square> A "m") {
  matrix[rows(A), rows(A)] B;
  Solves_inverse(A, B);
  return B;
}

/// A⁻¹ for symmetric positive definite A.
matrix inverse_spd(matrix<symmetric> A "m") {
  matrix[rows(A), rows(A)] B;
  Solves_inverseSpd(A, B);
  return B;
}

/// (LL')⁻¹ for lower triangular L.
matrix chol2inv(matrix<square, lower_triangular> L "L") {
  return crossprod(mdivide_left_tri_low(L, identity_matrix(rows(L))));
}

/// Determinant of a square matrix.
real determinant(matrix<square> A "m") {
  return Solves_determinant(A);
}

/// log |det A|.
real log_determinant(matrix<square> A "m") {
  return Solves_logDeterminant(A);
}

/// log det A for symmetric positive definite A.
real log_determinant_spd(matrix<symmetric> A "m") {
  return Solves_logDeterminantSpd(A);
}

/// Eigenvalues of a symmetric matrix, ascending.
vector eigenvalues_sym(matrix<symmetric> A "m") {
  vector[rows(A)] values;
  matrix[rows(A), rows(A)] vectors;
  Decompositions_eigenSymmetric(A, values, vectors);
  return values;
}

/// Eigenvectors of a symmetric matrix, in the order of the eigenvalues.
matrix eigenvectors_sym(matrix<symmetric> A "m") {
  vector[rows(A)] values;
  matrix[rows(A), rows(A)] vectors;
  Decompositions_eigenSymmetric(A, values, vectors);
  return vectors;
}

/// The orthogonal factor of the thin QR decomposition.
matrix qr_thin_Q(matrix A) {
  int k = min(rows(A), cols(A));
  matrix[rows(A), k] Q;
  matrix[k, cols(A)] R;
  Decompositions_qrThin(A, Q, R);
  return Q;
}

/// The upper triangular factor of the thin QR decomposition, its diagonal not negative.
matrix qr_thin_R(matrix A) {
  int k = min(rows(A), cols(A));
  matrix[rows(A), k] Q;
  matrix[k, cols(A)] R;
  Decompositions_qrThin(A, Q, R);
  return R;
}

/// Singular values, descending.
vector singular_values(matrix A) {
  vector[min(rows(A), cols(A))] s;
  Decompositions_singularValues(A, s);
  return s;
}

/// exp(A) of a square matrix.
matrix matrix_exp(matrix<square> A "input matrix") {
  matrix[rows(A), rows(A)] E;
  MatrixExponential_matrixExp(A, E);
  return E;
}

/// exp(A) B.
matrix matrix_exp_multiply(matrix A, matrix B) {
  return matrix_exp(A) * B;
}

/// exp(t A) B.
matrix scale_matrix_exp_multiply(real t, matrix A, matrix B) {
  return matrix_exp(t * A) * B;
}

/// Aⁿ.
matrix matrix_power(matrix<square> A "M", int<nonnegative> n "n") {
  matrix[rows(A), rows(A)] P = identity_matrix(rows(A));
  for (i in 1 : n) {
    P = P * A;
  }
  return P;
}
