// Fourier transforms, and decompositions with complex results or of complex matrices.

kernel Fourier.transform(vector re, vector im, out vector outRe, out vector outIm);

kernel EigenDecompositions.eigenReal(matrix A, out vector wRe, out vector wIm, out matrix vRe, out matrix vIm);

kernel EigenDecompositions.eigenComplex(matrix re, matrix im, out vector wRe, out vector wIm, out matrix vRe, out matrix vIm);

kernel EigenDecompositions.eigenHermitian(matrix re, matrix im, out vector w, out matrix vRe, out matrix vIm);

kernel SchurDecomposition.schur(matrix re, matrix im, out matrix tRe, out matrix tIm, out matrix uRe, out matrix uIm);

kernel SingularValues.svdComplex(matrix re, matrix im, out matrix uRe, out matrix uIm, out vector s, out matrix vRe, out matrix vIm);

/// The discrete Fourier transform: y[k] = Σ x[n] exp(-2πi (k - 1)(n - 1) / N).
complex_vector fft(complex_vector x) {
  int n = num_elements(x);
  vector[n] re;
  vector[n] im;
  Fourier_transform(get_real(x), get_imag(x), re, im);
  return to_complex(re, im);
}

/// The inverse of fft.
complex_vector inv_fft(complex_vector x) {
  int n = num_elements(x);
  vector[n] re;
  vector[n] im;
  Fourier_transform(get_real(x), -get_imag(x), re, im);
  return to_complex(re / n, -im / n);
}

/// fft of the rows, then of the columns.
complex_matrix fft2(complex_matrix x) {
  int m = rows(x);
  int n = cols(x);
  complex_matrix[m, n] y;
  complex_matrix[m, n] z;
  for (i in 1 : m) {
    y[i] = to_row_vector(fft(to_vector(x[i])));
  }
  for (j in 1 : n) {
    z[ : , j] = fft(y[ : , j]);
  }
  return z;
}

/// The inverse of fft2.
complex_matrix inv_fft2(complex_matrix x) {
  return conj(fft2(conj(x))) / (rows(x) * cols(x));
}

/// Eigenvectors of length 1 and eigenvalues, in the order that the QR algorithm leaves them in.
tuple(complex_matrix, complex_vector) eigendecompose(matrix<square> x "m") {
  int n = rows(x);
  vector[n] wRe;
  vector[n] wIm;
  matrix[n, n] vRe;
  matrix[n, n] vIm;
  EigenDecompositions_eigenReal(x, wRe, wIm, vRe, vIm);
  return (to_complex(vRe, vIm), to_complex(wRe, wIm));
}

/// Eigenvectors of length 1 and eigenvalues, their moduli ascending. Internal.
tuple(complex_matrix, complex_vector) complex_eigen(complex_matrix x) {
  int n = rows(x);
  vector[n] wRe;
  vector[n] wIm;
  matrix[n, n] vRe;
  matrix[n, n] vIm;
  EigenDecompositions_eigenComplex(get_real(x), get_imag(x), wRe, wIm, vRe, vIm);
  return (to_complex(vRe, vIm), to_complex(wRe, wIm));
}

/// Eigenvectors of length 1 and eigenvalues, their moduli ascending.
tuple(complex_matrix, complex_vector) eigendecompose(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("eigendecompose: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  return complex_eigen(x);
}

/// Eigenvalues, ordered as eigendecompose has them.
complex_vector eigenvalues(matrix<square> x "m") {
  return eigendecompose(x).2;
}

complex_vector eigenvalues(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("eigenvalues: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  return complex_eigen(x).2;
}

/// Eigenvectors of length 1, ordered as eigendecompose has them.
complex_matrix eigenvectors(matrix<square> x "m") {
  return eigendecompose(x).1;
}

complex_matrix eigenvectors(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("eigenvectors: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  return complex_eigen(x).1;
}

/// Eigenvectors and eigenvalues of a symmetric matrix, ascending.
tuple(matrix, vector) eigendecompose_sym(matrix<symmetric> x "m") {
  vector[rows(x)] w;
  matrix[rows(x), rows(x)] v;
  Decompositions_eigenSymmetric(x, w, v);
  return (v, w);
}

/// The position, by columns, of the first element that its mirror image differs from, or 0. Internal.
int asymmetry(complex_matrix x) {
  for (j in 1 : rows(x)) {
    for (i in j + 1 : rows(x)) {
      if (!(abs(x[j, i] - x[i, j]) <= 1e-8)) {
        return (j - 1) * rows(x) + i;
      }
    }
  }
  return 0;
}

/// Of the Hermitian matrix that has the lower triangle of x. Internal.
tuple(complex_matrix, complex_vector) hermitian_eigen(complex_matrix x) {
  int n = rows(x);
  vector[n] w;
  matrix[n, n] vRe;
  matrix[n, n] vIm;
  EigenDecompositions_eigenHermitian(get_real(x), get_imag(x), w, vRe, vIm);
  return (to_complex(vRe, vIm), to_complex(w, 0));
}

/// Eigenvectors and eigenvalues, ascending, of the Hermitian matrix that has the lower triangle of x.
/// As in Stan, x itself must be symmetric, not Hermitian.
tuple(complex_matrix, complex_vector) eigendecompose_sym(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("eigendecompose_sym: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  int k = asymmetry(x);
  if (k > 0) {
    int j = (k - 1) %/% rows(x) + 1;
    int i = (k - 1) % rows(x) + 1;
    reject("eigendecompose_sym: m is not symmetric. m[", j, ",", i, "] = ", x[j, i], ", but m[", i, ",", j,
           "] = ", x[i, j]);
  }
  return hermitian_eigen(x);
}

/// Eigenvalues, as eigendecompose_sym has them.
complex_vector eigenvalues_sym(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("eigenvalues_sym: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  int k = asymmetry(x);
  if (k > 0) {
    int j = (k - 1) %/% rows(x) + 1;
    int i = (k - 1) % rows(x) + 1;
    reject("eigenvalues_sym: m is not symmetric. m[", j, ",", i, "] = ", x[j, i], ", but m[", i, ",", j,
           "] = ", x[i, j]);
  }
  return hermitian_eigen(x).2;
}

/// Eigenvectors, as eigendecompose_sym has them.
complex_matrix eigenvectors_sym(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("eigenvalues_sym: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  int k = asymmetry(x);
  if (k > 0) {
    int j = (k - 1) %/% rows(x) + 1;
    int i = (k - 1) % rows(x) + 1;
    reject("eigenvalues_sym: m is not symmetric. m[", j, ",", i, "] = ", x[j, i], ", but m[", i, ",", j,
           "] = ", x[i, j]);
  }
  return hermitian_eigen(x).1;
}

/// U and T of the complex Schur decomposition UTU*. Internal.
tuple(complex_matrix, complex_matrix) complex_schur(complex_matrix x) {
  int n = rows(x);
  matrix[n, n] tRe;
  matrix[n, n] tIm;
  matrix[n, n] uRe;
  matrix[n, n] uIm;
  SchurDecomposition_schur(get_real(x), get_imag(x), tRe, tIm, uRe, uIm);
  return (to_complex(uRe, uIm), to_complex(tRe, tIm));
}

/// U and T of the complex Schur decomposition UTU*.
tuple(complex_matrix, complex_matrix) complex_schur_decompose(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("complex_schur_decompose: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  return complex_schur(x);
}

tuple(complex_matrix, complex_matrix) complex_schur_decompose(matrix<square> x "m") {
  return complex_schur(to_complex(x, 0));
}

/// The upper triangular factor of the complex Schur decomposition.
complex_matrix complex_schur_decompose_t(matrix<square> x "m") {
  return complex_schur(to_complex(x, 0)).2;
}

complex_matrix complex_schur_decompose_t(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("complex_schur_decompose_t: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  return complex_schur(x).2;
}

/// The unitary factor of the complex Schur decomposition.
complex_matrix complex_schur_decompose_u(matrix<square> x "m") {
  return complex_schur(to_complex(x, 0)).1;
}

complex_matrix complex_schur_decompose_u(complex_matrix x) {
  if (rows(x) != cols(x)) {
    fatal_error("complex_schur_decompose_u: Expecting a square matrix; rows of m (", rows(x), ") and columns of m (",
                cols(x), ") must match in size");
  }
  return complex_schur(x).1;
}

/// U, the singular values, descending, and V of the thin decomposition U diag(s) V*.
tuple(complex_matrix, vector, complex_matrix) svd(complex_matrix x) {
  int k = min(rows(x), cols(x));
  matrix[rows(x), k] uRe;
  matrix[rows(x), k] uIm;
  vector[k] s;
  matrix[cols(x), k] vRe;
  matrix[cols(x), k] vIm;
  SingularValues_svdComplex(get_real(x), get_imag(x), uRe, uIm, s, vRe, vIm);
  return (to_complex(uRe, uIm), s, to_complex(vRe, vIm));
}

/// The left singular vectors.
complex_matrix svd_U(complex_matrix x) {
  return svd(x).1;
}

/// The right singular vectors.
complex_matrix svd_V(complex_matrix x) {
  return svd(x).3;
}

/// Singular values, descending.
vector singular_values(complex_matrix x) {
  return svd(x).2;
}
