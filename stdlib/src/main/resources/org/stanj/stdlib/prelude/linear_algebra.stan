// Matrix functions over kernels.

kernel LinearAlgebra.cholesky(matrix A, out matrix L);

/// The lower triangular L with LL' = A.
matrix cholesky_decompose(matrix<square, symmetric> A "A") {
  int n = rows(A);
  matrix[n, n] L;
  LinearAlgebra_cholesky(A, L);
  return L;
}

kernel LinearAlgebra.solveLower(matrix L, vector b, out vector x);

/// L⁻¹b for lower triangular L; the upper triangle is not read.
vector mdivide_left_tri_low(matrix<square> L "A", vector b) {
  vector[num_elements(b)] x;
  LinearAlgebra_solveLower(L, b, x);
  return x;
}
