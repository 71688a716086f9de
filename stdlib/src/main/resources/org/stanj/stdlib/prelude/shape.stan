// Shape manipulation and generic functions: implemented in the compiler.

/// Number of elements of the outermost dimension; of a matrix, of all elements; of a scalar 1.
@builtin
@depth 7
int size(any x);

/// Number of scalars in a container.
@builtin
@depth 9
int num_elements(container x);

/// Number of rows; 1 of a row vector.
@builtin
int rows(vector x);

@builtin
int rows(row_vector x);

@builtin
int rows(matrix x);

/// Number of columns; 1 of a vector.
@builtin
int cols(vector x);

@builtin
int cols(row_vector x);

@builtin
int cols(matrix x);

/// All sizes, outermost first.
@builtin
array[] int dims(int x);

@builtin
array[] int dims(real x);

@builtin
array[] int dims(vector x);

@builtin
array[] int dims(row_vector x);

@builtin
array[] int dims(matrix x);

@builtin
array[] int dims(complex x);

@builtin
@depth 8
array[] int dims(array[] T x);

/// A vector of n copies of x.
@builtin
vector rep_vector(real x, int n "n");

/// A row vector of n copies of x.
@builtin
row_vector rep_row_vector(real x, int n "n");

/// A matrix of m by n copies of x, or of n copies of a row or column.
@builtin
matrix rep_matrix(real x, int m "rows", int n "cols");

@builtin
matrix rep_matrix(vector x, int n "cols");

@builtin
matrix rep_matrix(row_vector x, int m "rows");

/// An array of the given sizes whose elements are all x.
@builtin
@depth 2
array[] T rep_array(T x, int n "n");

@builtin
@depth 2
array[,] T rep_array(T x, int m "m", int n "n");

@builtin
@depth 2
array[,,] T rep_array(T x, int k "k", int m "m", int n "n");

/// The elements as a vector, matrices by columns.
@builtin
vector to_vector(vector x);

@builtin
vector to_vector(row_vector x);

@builtin
vector to_vector(matrix x);

@builtin
vector to_vector(array[] real x);

/// The elements as a row vector, matrices by columns.
@builtin
row_vector to_row_vector(vector x);

@builtin
row_vector to_row_vector(row_vector x);

@builtin
row_vector to_row_vector(matrix x);

@builtin
row_vector to_row_vector(array[] real x);

/// The elements as a matrix; with sizes filled by columns, or by rows where col_major is 0.
@builtin
matrix to_matrix(matrix x);

@builtin
matrix to_matrix(vector x);

@builtin
matrix to_matrix(row_vector x);

@builtin
matrix to_matrix(array[] row_vector x);

@builtin
matrix to_matrix(array[,] real x);

@builtin
matrix to_matrix(matrix x, int m, int n);

@builtin
matrix to_matrix(vector x, int m, int n);

@builtin
matrix to_matrix(row_vector x, int m, int n);

@builtin
matrix to_matrix(array[] real x, int m, int n);

@builtin
matrix to_matrix(matrix x, int m, int n, int col_major);

@builtin
matrix to_matrix(vector x, int m, int n, int col_major);

@builtin
matrix to_matrix(row_vector x, int m, int n, int col_major);

@builtin
matrix to_matrix(array[] real x, int m, int n, int col_major);

/// The elements as a one-dimensional array, matrices by columns.
@builtin
array[] real to_array_1d(vector x);

@builtin
array[] real to_array_1d(row_vector x);

@builtin
array[] real to_array_1d(matrix x);

@builtin
array[] int to_array_1d(array[] int x);

@builtin
array[] real to_array_1d(array[] real x);

@builtin
array[] int to_array_1d(array[,] int x);

@builtin
array[] real to_array_1d(array[,] real x);

@builtin
array[] int to_array_1d(array[,,] int x);

@builtin
array[] real to_array_1d(array[,,] real x);

@builtin
array[] int to_array_1d(array[,,,] int x);

@builtin
array[] real to_array_1d(array[,,,] real x);

@builtin
array[] int to_array_1d(array[,,,,] int x);

@builtin
array[] real to_array_1d(array[,,,,] real x);

@builtin
array[] int to_array_1d(array[,,,,,] int x);

@builtin
array[] real to_array_1d(array[,,,,,] real x);

@builtin
array[] int to_array_1d(array[,,,,,,] int x);

@builtin
array[] real to_array_1d(array[,,,,,,] real x);

@builtin
array[] int to_array_1d(array[,,,,,,,] int x);

@builtin
array[] real to_array_1d(array[,,,,,,,] real x);

@builtin
array[] int to_array_1d(array[,,,,,,,,] int x);

@builtin
array[] real to_array_1d(array[,,,,,,,,] real x);

/// The elements of a matrix, by rows.
@builtin
array[,] real to_array_2d(matrix x);

/// x above y, as one vector or matrix.
@builtin
vector append_row(vector x, vector y);

@builtin
vector append_row(real x, vector y);

@builtin
vector append_row(vector x, real y);

@builtin
matrix append_row(matrix x, matrix y);

@builtin
matrix append_row(matrix x, row_vector y);

@builtin
matrix append_row(row_vector x, matrix y);

@builtin
matrix append_row(row_vector x, row_vector y);

/// x beside y, as one row vector or matrix.
@builtin
row_vector append_col(row_vector x, row_vector y);

@builtin
row_vector append_col(real x, row_vector y);

@builtin
row_vector append_col(row_vector x, real y);

@builtin
matrix append_col(matrix x, matrix y);

@builtin
matrix append_col(matrix x, vector y);

@builtin
matrix append_col(vector x, matrix y);

@builtin
matrix append_col(vector x, vector y);

/// The elements of x followed by those of y.
@builtin
@depth 7
array[] T append_array(array[] T x, array[] T y);

/// The first n elements.
@builtin
vector head(vector x, int n);

@builtin
row_vector head(row_vector x, int n);

@builtin
@depth 3
array[] T head(array[] T x, int n);

/// The last n elements.
@builtin
vector tail(vector x, int n);

@builtin
row_vector tail(row_vector x, int n);

@builtin
@depth 3
array[] T tail(array[] T x, int n);

/// n elements from position i.
@builtin
vector segment(vector x, int i, int n);

@builtin
row_vector segment(row_vector x, int i, int n);

@builtin
@depth 3
array[] T segment(array[] T x, int i, int n);

/// n elements of column j from row i.
@builtin
vector sub_col(matrix x, int i, int j, int n);

/// n elements of row i from column j.
@builtin
row_vector sub_row(matrix x, int i, int j, int n);

/// The m by n block whose first element is x[i, j].
@builtin
matrix block(matrix x, int i, int j, int m, int n);

/// Column j of a matrix.
@builtin
vector col(matrix x, int j);

/// Row i of a matrix.
@builtin
row_vector row(matrix x, int i);

/// The transpose x'.
@builtin
matrix transpose(matrix x);

@builtin
row_vector transpose(vector x);

@builtin
vector transpose(row_vector x);

/// The elements in reverse order.
@builtin
vector reverse(vector x);

@builtin
row_vector reverse(row_vector x);

@builtin
@depth 7
array[] T reverse(array[] T x);

/// The diagonal of a matrix as a vector.
@builtin
vector diagonal(matrix x);

/// Sum of all elements; 0 of nothing.
@builtin
int sum(array[] int x);

@builtin
real sum(flat x);

/// Product of all elements; 1 of nothing.
int prod(array[] int x) {
  int product = 1;
  for (i in 1 : num_elements(x)) {
    product *= x[i];
  }
  return product;
}

real prod(flat x) {
  real product = 1;
  for (i in 1 : num_elements(x)) {
    product *= x[i];
  }
  return product;
}

/// The smallest element; +inf of no reals.
int min(array[] int<nonempty> x "int vector") {
  int least = x[1];
  for (i in 2 : num_elements(x)) {
    if (x[i] < least) {
      least = x[i];
    }
  }
  return least;
}

real min(flat x) {
  real least = positive_infinity();
  for (i in 1 : num_elements(x)) {
    if (x[i] < least) {
      least = x[i];
    }
  }
  return least;
}

int min(int x, int y) {
  return x < y ? x : y;
}

/// The largest element; -inf of no reals.
int max(array[] int<nonempty> x "int vector") {
  int greatest = x[1];
  for (i in 2 : num_elements(x)) {
    if (greatest < x[i]) {
      greatest = x[i];
    }
  }
  return greatest;
}

real max(flat x) {
  real greatest = negative_infinity();
  for (i in 1 : num_elements(x)) {
    if (greatest < x[i]) {
      greatest = x[i];
    }
  }
  return greatest;
}

int max(int x, int y) {
  return x < y ? y : x;
}

/// Inner product, Σ xᵢyᵢ.
@builtin
real dot_product(vector x, vector y);

@builtin
real dot_product(vector x, row_vector y);

@builtin
real dot_product(row_vector x, vector y);

@builtin
real dot_product(row_vector x, row_vector y);

@builtin
real dot_product(array[] real x, array[] real y);

/// Inner product with itself, Σ xᵢ².
@builtin
real dot_self(vector x);

@builtin
real dot_self(row_vector x);

/// x with d added to its diagonal.
@builtin
matrix add_diag(matrix x, real d);

@builtin
matrix add_diag(matrix x, vector d);

@builtin
matrix add_diag(matrix x, row_vector d);
