// Products, quadratic forms and other arrangements of matrices.

/// A'A.
matrix crossprod(matrix A) {
  matrix[cols(A), cols(A)] C;
  SelfProducts_crossprod(A, C);
  return C;
}

/// AA'.
matrix tcrossprod(matrix A) {
  matrix[rows(A), rows(A)] C;
  SelfProducts_tcrossprod(A, C);
  return C;
}

/// LL' from the lower triangle of L.
matrix multiply_lower_tri_self_transpose(matrix L) {
  matrix[rows(L), rows(L)] C;
  SelfProducts_multiplyLowerTriSelfTranspose(L, C);
  return C;
}

/// The matrix with diagonal v.
matrix diag_matrix(vector v) {
  return add_diag(rep_matrix(0, num_elements(v), num_elements(v)), v);
}

/// diag(v) A.
matrix diag_pre_multiply(vector v, matrix A) {
  int m = rows(A);
  if (num_elements(v) != m) {
    fatal_error("diag_pre_multiply: m1.size() (", num_elements(v), ") and m2.rows() (", m, ") must match in size");
  }
  matrix[m, cols(A)] B;
  for (j in 1 : cols(A)) {
    for (i in 1 : m) {
      B[i, j] = v[i] * A[i, j];
    }
  }
  return B;
}

matrix diag_pre_multiply(row_vector v, matrix A) {
  return diag_pre_multiply(v', A);
}

/// A diag(v).
matrix diag_post_multiply(matrix A, vector v) {
  int n = cols(A);
  if (num_elements(v) != n) {
    fatal_error("diag_post_multiply: m2.size() (", num_elements(v), ") and m1.cols() (", n, ") must match in size");
  }
  matrix[rows(A), n] B;
  for (j in 1 : n) {
    for (i in 1 : rows(A)) {
      B[i, j] = A[i, j] * v[j];
    }
  }
  return B;
}

matrix diag_post_multiply(matrix A, row_vector v) {
  return diag_post_multiply(A, v');
}

/// diag(v) A diag(v).
matrix quad_form_diag(matrix<square> A "mat", vector v) {
  int n = rows(A);
  if (num_elements(v) != n) {
    fatal_error("quad_form_diag: rows of mat (", n, ") and size of vec (", num_elements(v), ") must match in size");
  }
  matrix[n, n] B;
  for (j in 1 : n) {
    for (i in 1 : n) {
      B[i, j] = v[i] * v[j] * A[i, j];
    }
  }
  return B;
}

matrix quad_form_diag(matrix A, row_vector v) {
  return quad_form_diag(A, v');
}

/// B'AB.
matrix quad_form(matrix<square> A "A", matrix B) {
  if (cols(A) != rows(B)) {
    fatal_error("quad_form: Columns of A (", cols(A), ") and Rows of B (", rows(B),
           ") must match in size");
  }
  return B' * (A * B);
}

real quad_form(matrix<square> A "A", vector b) {
  if (cols(A) != num_elements(b)) {
    fatal_error("quad_form: Columns of A (", cols(A), ") and Rows of B (", num_elements(b),
           ") must match in size");
  }
  return dot_product(b, A * b);
}

/// B'AB for symmetric A, exactly symmetric.
matrix quad_form_sym(matrix<symmetric> A "A", matrix B) {
  if (cols(A) != rows(B)) {
    fatal_error("quad_form_sym: Columns of A (", cols(A), ") and Rows of B (", rows(B),
           ") must match in size");
  }
  matrix[cols(B), cols(B)] C = B' * (A * B);
  return 0.5 * (C + C');
}

real quad_form_sym(matrix<symmetric> A "A", vector b) {
  if (cols(A) != num_elements(b)) {
    fatal_error("quad_form_sym: Columns of A (", cols(A), ") and Rows of B (", num_elements(b),
           ") must match in size");
  }
  return dot_product(b, A * b);
}

/// Sum of the diagonal of a matrix.
real trace(matrix A) {
  return sum(diagonal(A));
}

/// trace(AB).
real trace_dot(matrix A, matrix B) {
  return sum(A' .* B);
}

/// trace(B'AB).
real trace_quad_form(matrix<square> A "A", matrix B) {
  if (cols(A) != rows(B)) {
    fatal_error("trace_quad_form: Columns of A (", cols(A), ") and Rows of B (", rows(B),
           ") must match in size");
  }
  return sum(B .* (A * B));
}

real trace_quad_form(matrix A, vector b) {
  return quad_form(A, b);
}

/// trace(D B'AB).
real trace_gen_quad_form(matrix<square> D "D", matrix<square> A "A", matrix B) {
  if (cols(A) != rows(B)) {
    fatal_error("trace_gen_quad_form: Columns of A (", cols(A), ") and Rows of B (", rows(B),
           ") must match in size");
  }
  if (cols(B) != rows(D)) {
    fatal_error("trace_gen_quad_form: Columns of A (", cols(B), ") and Rows of B (", rows(D),
           ") must match in size");
  }
  return sum((B * D') .* (A * B));
}

/// Inner product of each row of x with that row of y.
vector rows_dot_product(matrix A, matrix B) {
  vector[rows(A)] p = rep_vector(0, rows(A));
  for (j in 1 : cols(A)) {
    for (i in 1 : rows(A)) {
      p[i] += A[i, j] * B[i, j];
    }
  }
  return p;
}

vector rows_dot_product(vector a, vector b) {
  return a .* b;
}

vector rows_dot_product(row_vector a, row_vector b) {
  return rep_vector(dot_product(a, b), 1);
}

/// Inner product of each column of x with that column of y.
row_vector columns_dot_product(matrix A, matrix B) {
  row_vector[cols(A)] p = rep_row_vector(0, cols(A));
  for (j in 1 : cols(A)) {
    for (i in 1 : rows(A)) {
      p[j] += A[i, j] * B[i, j];
    }
  }
  return p;
}

row_vector columns_dot_product(vector a, vector b) {
  return rep_row_vector(dot_product(a, b), 1);
}

row_vector columns_dot_product(row_vector a, row_vector b) {
  return a .* b;
}

/// Squared lengths of the rows.
vector rows_dot_self(matrix A) {
  return rows_dot_product(A, A);
}

vector rows_dot_self(vector a) {
  return a .* a;
}

vector rows_dot_self(row_vector a) {
  return rep_vector(dot_self(a), 1);
}

/// Squared lengths of the columns.
row_vector columns_dot_self(matrix A) {
  return columns_dot_product(A, A);
}

row_vector columns_dot_self(vector a) {
  return rep_row_vector(dot_self(a), 1);
}

row_vector columns_dot_self(row_vector a) {
  return a .* a;
}

/// The lower triangle, mirrored.
matrix symmetrize_from_lower_tri(matrix<square> A "m") {
  int n = rows(A);
  matrix[n, n] B;
  for (j in 1 : n) {
    for (i in j : n) {
      B[i, j] = A[i, j];
      B[j, i] = A[i, j];
    }
  }
  return B;
}
