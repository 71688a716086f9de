// Sparse matrices in compressed row storage: values w, columns v, and u, where the rows start in w.

/// A b for the m by n matrix A in sparse form: values w, columns v, starts of rows u.
vector csr_matrix_times_vector(int m, int n, vector w, array[] int v, array[] int u, vector b) {
  vector[m] y;
  if (size(u) != m + 1) {
    fatal_error("csr_matrix_times_vector: m (", m, ") and u (", size(u) - 1, ") must match in size");
  }
  if (num_elements(w) != size(v)) {
    fatal_error("csr_matrix_times_vector: w (", num_elements(w), ") and v (", size(v), ") must match in size");
  }
  if (num_elements(b) != n) {
    fatal_error("csr_matrix_times_vector: n (", n, ") and b (", num_elements(b), ") must match in size");
  }
  for (i in 1 : m) {
    real total = 0;
    for (k in u[i] : u[i + 1] - 1) {
      total += w[k] * b[v[k]];
    }
    y[i] = total;
  }
  return y;
}

/// The m by n matrix of the sparse form: values w, columns v, starts of rows u.
matrix csr_to_dense_matrix(int m, int n, vector w, array[] int v, array[] int u) {
  matrix[m, n] A = rep_matrix(0, m, n);
  for (i in 1 : m) {
    for (k in u[i] : u[i + 1] - 1) {
      A[i, v[k]] = w[k];
    }
  }
  return A;
}

/// Number of elements of A that are not 0. Internal.
int csr_count(matrix A) {
  int count = 0;
  for (i in 1 : rows(A)) {
    for (j in 1 : cols(A)) {
      count += A[i, j] != 0;
    }
  }
  return count;
}

/// The elements of A that are not 0, by rows.
vector csr_extract_w(matrix A) {
  vector[csr_count(A)] w;
  int k = 0;
  for (i in 1 : rows(A)) {
    for (j in 1 : cols(A)) {
      if (A[i, j] != 0) {
        k += 1;
        w[k] = A[i, j];
      }
    }
  }
  return w;
}

/// Columns of the elements of A that are not 0, by rows.
array[] int csr_extract_v(matrix A) {
  array[csr_count(A)] int v;
  int k = 0;
  for (i in 1 : rows(A)) {
    for (j in 1 : cols(A)) {
      if (A[i, j] != 0) {
        k += 1;
        v[k] = j;
      }
    }
  }
  return v;
}

/// Where the rows of A start among its elements that are not 0, and one past the last of them.
array[] int csr_extract_u(matrix A) {
  array[rows(A) + 1] int u;
  int k = 1;
  for (i in 1 : rows(A)) {
    u[i] = k;
    for (j in 1 : cols(A)) {
      k += A[i, j] != 0;
    }
  }
  u[rows(A) + 1] = k;
  return u;
}

/// Values, columns and where the rows start, of the elements of A that are not 0.
tuple(vector, array[] int, array[] int) csr_extract(matrix A) {
  return (csr_extract_w(A), csr_extract_v(A), csr_extract_u(A));
}
