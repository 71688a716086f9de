// Containers of complex numbers: shape, by parts, and sums and products.

/// Number of rows.
@builtin
int rows(complex_vector x);

@builtin
int rows(complex_row_vector x);

@builtin
int rows(complex_matrix x);

/// Number of columns.
@builtin
int cols(complex_vector x);

@builtin
int cols(complex_row_vector x);

@builtin
int cols(complex_matrix x);

/// n copies of x.
@builtin
complex_vector rep_vector(complex x, int n "n");

@builtin
complex_row_vector rep_row_vector(complex x, int n "n");

@builtin
complex_matrix rep_matrix(complex x, int m "rows", int n "cols");

@builtin
complex_matrix rep_matrix(complex_vector x, int n "cols");

@builtin
complex_matrix rep_matrix(complex_row_vector x, int m "rows");

/// The elements as a vector, matrices by columns.
@builtin
complex_vector to_vector(complex_vector x);

@builtin
complex_vector to_vector(complex_row_vector x);

@builtin
complex_vector to_vector(complex_matrix x);

@builtin
complex_vector to_vector(array[] complex x);

/// The elements as a row vector, matrices by columns.
@builtin
complex_row_vector to_row_vector(complex_vector x);

@builtin
complex_row_vector to_row_vector(complex_row_vector x);

@builtin
complex_row_vector to_row_vector(complex_matrix x);

@builtin
complex_row_vector to_row_vector(array[] complex x);

/// The elements as a matrix; with sizes filled by columns, or by rows where col_major is 0.
@builtin
complex_matrix to_matrix(complex_vector x);

@builtin
complex_matrix to_matrix(complex_row_vector x);

@builtin
complex_matrix to_matrix(complex_matrix x);

@builtin
complex_matrix to_matrix(array[] complex_row_vector x);

@builtin
complex_matrix to_matrix(array[,] complex x);

@builtin
complex_matrix to_matrix(complex_vector x, int m, int n);

@builtin
complex_matrix to_matrix(complex_vector x, int m, int n, int col_major);

@builtin
complex_matrix to_matrix(complex_row_vector x, int m, int n);

@builtin
complex_matrix to_matrix(complex_row_vector x, int m, int n, int col_major);

@builtin
complex_matrix to_matrix(complex_matrix x, int m, int n);

@builtin
complex_matrix to_matrix(complex_matrix x, int m, int n, int col_major);

@builtin
complex_matrix to_matrix(array[] complex x, int m, int n);

@builtin
complex_matrix to_matrix(array[] complex x, int m, int n, int col_major);

/// The elements as a one-dimensional array, matrices by columns.
@builtin
array[] complex to_array_1d(complex_vector x);

@builtin
array[] complex to_array_1d(complex_row_vector x);

@builtin
array[] complex to_array_1d(complex_matrix x);

/// The elements of a matrix, by rows.
@builtin
array[,] complex to_array_2d(complex_matrix x);

/// x above y.
@builtin
complex_vector append_row(complex x, complex_vector y);

@builtin
complex_vector append_row(complex_vector x, complex y);

@builtin
complex_vector append_row(complex_vector x, complex_vector y);

@builtin
complex_matrix append_row(complex_row_vector x, complex_row_vector y);

@builtin
complex_matrix append_row(complex_row_vector x, complex_matrix y);

@builtin
complex_matrix append_row(complex_matrix x, complex_row_vector y);

@builtin
complex_matrix append_row(complex_matrix x, complex_matrix y);

/// x beside y.
@builtin
complex_row_vector append_col(complex x, complex_row_vector y);

@builtin
complex_row_vector append_col(complex_row_vector x, complex y);

@builtin
complex_row_vector append_col(complex_row_vector x, complex_row_vector y);

@builtin
complex_matrix append_col(complex_vector x, complex_vector y);

@builtin
complex_matrix append_col(complex_vector x, complex_matrix y);

@builtin
complex_matrix append_col(complex_matrix x, complex_vector y);

@builtin
complex_matrix append_col(complex_matrix x, complex_matrix y);

/// The first n elements.
@builtin
complex_vector head(complex_vector x, int n);

@builtin
complex_row_vector head(complex_row_vector x, int n);

/// The last n elements.
@builtin
complex_vector tail(complex_vector x, int n);

@builtin
complex_row_vector tail(complex_row_vector x, int n);

/// n elements from position i.
@builtin
complex_vector segment(complex_vector x, int i, int n);

@builtin
complex_row_vector segment(complex_row_vector x, int i, int n);

/// The elements in reverse order.
@builtin
complex_vector reverse(complex_vector x);

@builtin
complex_row_vector reverse(complex_row_vector x);

/// n elements of column j from row i.
@builtin
complex_vector sub_col(complex_matrix x, int i, int j, int n);

/// n elements of row i from column j.
@builtin
complex_row_vector sub_row(complex_matrix x, int i, int j, int n);

/// The m by n block whose first element is x[i, j].
@builtin
complex_matrix block(complex_matrix x, int i, int j, int m, int n);

/// Column j.
@builtin
complex_vector col(complex_matrix x, int j);

/// Row i.
@builtin
complex_row_vector row(complex_matrix x, int i);

/// Transpose, without conjugation.
@builtin
complex_matrix transpose(complex_matrix x);

@builtin
complex_row_vector transpose(complex_vector x);

@builtin
complex_vector transpose(complex_row_vector x);

/// The diagonal as a vector.
@builtin
complex_vector diagonal(complex_matrix x);

/// Sum of all elements; 0 of nothing.
@builtin
complex sum(complex_vector x);

@builtin
complex sum(complex_row_vector x);

@builtin
complex sum(complex_matrix x);

@builtin
complex sum(array[] complex x);

/// x with d added to its diagonal.
@builtin
complex_matrix add_diag(complex_matrix x, complex d);

@builtin
complex_matrix add_diag(complex_matrix x, complex_vector d);

@builtin
complex_matrix add_diag(complex_matrix x, complex_row_vector d);

/// The matrix with diagonal x.
complex_matrix diag_matrix(complex_vector x) {
  return to_complex(diag_matrix(get_real(x)), diag_matrix(get_imag(x)));
}

/// Sum of the diagonal.
complex trace(complex_matrix x) {
  return sum(diagonal(x));
}

/// Product of all elements; 1 of nothing.
complex prod(complex_vector x) {
  real a = 1;
  real b = 0;
  for (i in 1 : num_elements(x)) {
    real c = get_real(x[i]);
    real d = get_imag(x[i]);
    real re = a * c - b * d;
    b = a * d + b * c;
    a = re;
  }
  return to_complex(a, b);
}

complex prod(complex_row_vector x) {
  return prod(to_vector(x));
}

complex prod(complex_matrix x) {
  return prod(to_vector(x));
}

complex prod(array[] complex x) {
  return prod(to_vector(x));
}

/// Running sums.
complex_vector cumulative_sum(complex_vector x) {
  return to_complex(cumulative_sum(get_real(x)), cumulative_sum(get_imag(x)));
}

complex_row_vector cumulative_sum(complex_row_vector x) {
  return to_complex(cumulative_sum(get_real(x)), cumulative_sum(get_imag(x)));
}

array[] complex cumulative_sum(array[] complex x) {
  return to_complex(cumulative_sum(get_real(x)), cumulative_sum(get_imag(x)));
}

/// Σ conj(xᵢ) yᵢ.
complex dot_product(complex_vector x, complex_vector y) {
  vector[num_elements(x)] a = get_real(x);
  vector[num_elements(x)] b = get_imag(x);
  vector[num_elements(y)] c = get_real(y);
  vector[num_elements(y)] d = get_imag(y);
  real re = dot_product(a, c) + dot_product(b, d);
  real im = dot_product(a, d) - dot_product(b, c);
  return to_complex(re, im);
}

complex dot_product(complex_vector x, complex_row_vector y) {
  return dot_product(x, to_vector(y));
}

complex dot_product(complex_row_vector x, complex_vector y) {
  return dot_product(to_vector(x), y);
}

complex dot_product(complex_row_vector x, complex_row_vector y) {
  return dot_product(to_vector(x), to_vector(y));
}

complex dot_product(array[] complex x, array[] complex y) {
  return dot_product(to_vector(x), to_vector(y));
}

/// Σ |xᵢ|².
complex dot_self(complex_vector x) {
  return to_complex(dot_self(get_real(x)) + dot_self(get_imag(x)), 0);
}

complex dot_self(complex_row_vector x) {
  return to_complex(dot_self(get_real(x)) + dot_self(get_imag(x)), 0);
}

/// Products of the rows, without conjugation.
complex_vector rows_dot_product(complex_vector x, complex_vector y) {
  return to_complex(rows_dot_product(get_real(x), get_real(y)) - rows_dot_product(get_imag(x), get_imag(y)),
                    rows_dot_product(get_real(x), get_imag(y)) + rows_dot_product(get_imag(x), get_real(y)));
}

complex_vector rows_dot_product(complex_row_vector x, complex_row_vector y) {
  return to_complex(rows_dot_product(get_real(x), get_real(y)) - rows_dot_product(get_imag(x), get_imag(y)),
                    rows_dot_product(get_real(x), get_imag(y)) + rows_dot_product(get_imag(x), get_real(y)));
}

complex_vector rows_dot_product(complex_matrix x, complex_matrix y) {
  return to_complex(rows_dot_product(get_real(x), get_real(y)) - rows_dot_product(get_imag(x), get_imag(y)),
                    rows_dot_product(get_real(x), get_imag(y)) + rows_dot_product(get_imag(x), get_real(y)));
}

/// Squared lengths of the rows.
complex_vector rows_dot_self(complex_vector x) {
  return to_complex(rows_dot_self(get_real(x)) + rows_dot_self(get_imag(x)), 0);
}

complex_vector rows_dot_self(complex_row_vector x) {
  return to_complex(rows_dot_self(get_real(x)) + rows_dot_self(get_imag(x)), 0);
}

complex_vector rows_dot_self(complex_matrix x) {
  return to_complex(rows_dot_self(get_real(x)) + rows_dot_self(get_imag(x)), 0);
}

/// Products of the columns, without conjugation.
complex_row_vector columns_dot_product(complex_vector x, complex_vector y) {
  return to_complex(columns_dot_product(get_real(x), get_real(y)) - columns_dot_product(get_imag(x), get_imag(y)),
                    columns_dot_product(get_real(x), get_imag(y)) + columns_dot_product(get_imag(x), get_real(y)));
}

complex_row_vector columns_dot_product(complex_row_vector x, complex_row_vector y) {
  return to_complex(columns_dot_product(get_real(x), get_real(y)) - columns_dot_product(get_imag(x), get_imag(y)),
                    columns_dot_product(get_real(x), get_imag(y)) + columns_dot_product(get_imag(x), get_real(y)));
}

complex_row_vector columns_dot_product(complex_matrix x, complex_matrix y) {
  return to_complex(columns_dot_product(get_real(x), get_real(y)) - columns_dot_product(get_imag(x), get_imag(y)),
                    columns_dot_product(get_real(x), get_imag(y)) + columns_dot_product(get_imag(x), get_real(y)));
}

/// Squared lengths of the columns.
complex_row_vector columns_dot_self(complex_vector x) {
  return to_complex(columns_dot_self(get_real(x)) + columns_dot_self(get_imag(x)), 0);
}

complex_row_vector columns_dot_self(complex_row_vector x) {
  return to_complex(columns_dot_self(get_real(x)) + columns_dot_self(get_imag(x)), 0);
}

complex_row_vector columns_dot_self(complex_matrix x) {
  return to_complex(columns_dot_self(get_real(x)) + columns_dot_self(get_imag(x)), 0);
}

/// diag(v) x.
complex_matrix diag_pre_multiply(complex_vector v, complex_matrix x) {
  return to_complex(diag_pre_multiply(get_real(v), get_real(x)) - diag_pre_multiply(get_imag(v), get_imag(x)),
                    diag_pre_multiply(get_real(v), get_imag(x)) + diag_pre_multiply(get_imag(v), get_real(x)));
}

complex_matrix diag_pre_multiply(complex_row_vector v, complex_matrix x) {
  return diag_pre_multiply(to_vector(v), x);
}

/// x diag(v).
complex_matrix diag_post_multiply(complex_matrix x, complex_vector v) {
  return to_complex(diag_post_multiply(get_real(x), get_real(v)) - diag_post_multiply(get_imag(x), get_imag(v)),
                    diag_post_multiply(get_real(x), get_imag(v)) + diag_post_multiply(get_imag(x), get_real(v)));
}

complex_matrix diag_post_multiply(complex_matrix x, complex_row_vector v) {
  return diag_post_multiply(x, to_vector(v));
}

/// bA⁻¹: of the real block matrix of the parts.
complex_row_vector mdivide_right(complex_row_vector b, complex_matrix A) {
  return mdivide_right(to_matrix(b), A)[1];
}

complex_matrix mdivide_right(complex_matrix B, complex_matrix A) {
  int n = rows(A);
  if (n != cols(A)) {
    fatal_error("mdivide_right: Expecting a square matrix; rows of A (", n, ") and columns of A (",
                cols(A), ") must match in size");
  }
  if (cols(B) != n) {
    fatal_error("mdivide_right: Columns of b (", cols(B), ") and Rows of A (", n,
                ") must match in size");
  }
  matrix[n, n] p = get_real(A);
  matrix[n, n] q = get_imag(A);
  matrix[rows(B), 2 * n] X
    = mdivide_right(append_col(get_real(B), get_imag(B)),
                    append_row(append_col(p, q), append_col(-q, p)));
  return to_complex(block(X, 1, 1, rows(B), n), block(X, 1, n + 1, rows(B), n));
}

/// The lower triangle, mirrored and conjugated; the diagonal as it is.
complex_matrix symmetrize_from_lower_tri(complex_matrix x) {
  int n = rows(x);
  if (n != cols(x)) {
    fatal_error("symmetrize_from_lower_tri: Expecting a square matrix; rows of m (", n,
                ") and columns of m (", cols(x), ") must match in size");
  }
  matrix[n, n] a = symmetrize_from_lower_tri(get_real(x));
  matrix[n, n] b = get_imag(x);
  for (j in 1 : n) {
    for (i in j + 1 : n) {
      b[j, i] = -b[i, j];
    }
  }
  return to_complex(a, b);
}
