// Operators under their names as functions.

/// Sum, x + y.
int add(int x, int y) {
  return x + y;
}

real add(real x, real y) {
  return x + y;
}

vector add(vector x, vector y) {
  return x + y;
}

vector add(vector x, real y) {
  return x + y;
}

vector add(real x, vector y) {
  return x + y;
}

row_vector add(row_vector x, row_vector y) {
  return x + y;
}

row_vector add(row_vector x, real y) {
  return x + y;
}

row_vector add(real x, row_vector y) {
  return x + y;
}

matrix add(matrix x, matrix y) {
  return x + y;
}

matrix add(matrix x, real y) {
  return x + y;
}

matrix add(real x, matrix y) {
  return x + y;
}

/// Difference, x - y.
int subtract(int x, int y) {
  return x - y;
}

real subtract(real x, real y) {
  return x - y;
}

vector subtract(vector x, vector y) {
  return x - y;
}

vector subtract(vector x, real y) {
  return x - y;
}

vector subtract(real x, vector y) {
  return x - y;
}

row_vector subtract(row_vector x, row_vector y) {
  return x - y;
}

row_vector subtract(row_vector x, real y) {
  return x - y;
}

row_vector subtract(real x, row_vector y) {
  return x - y;
}

matrix subtract(matrix x, matrix y) {
  return x - y;
}

matrix subtract(matrix x, real y) {
  return x - y;
}

matrix subtract(real x, matrix y) {
  return x - y;
}

/// Product element by element, x .* y.
int elt_multiply(int x, int y) {
  return x * y;
}

real elt_multiply(real x, real y) {
  return x * y;
}

vector elt_multiply(vector x, vector y) {
  return x .* y;
}

vector elt_multiply(vector x, real y) {
  return x .* y;
}

vector elt_multiply(real x, vector y) {
  return x .* y;
}

row_vector elt_multiply(row_vector x, row_vector y) {
  return x .* y;
}

row_vector elt_multiply(row_vector x, real y) {
  return x .* y;
}

row_vector elt_multiply(real x, row_vector y) {
  return x .* y;
}

matrix elt_multiply(matrix x, matrix y) {
  return x .* y;
}

matrix elt_multiply(matrix x, real y) {
  return x .* y;
}

matrix elt_multiply(real x, matrix y) {
  return x .* y;
}

/// Quotient element by element, x ./ y.
int elt_divide(int x, int y) {
  return x %/% y;
}

real elt_divide(real x, real y) {
  return x / y;
}

vector elt_divide(vector x, vector y) {
  return x ./ y;
}

vector elt_divide(vector x, real y) {
  return x ./ y;
}

vector elt_divide(real x, vector y) {
  return x ./ y;
}

row_vector elt_divide(row_vector x, row_vector y) {
  return x ./ y;
}

row_vector elt_divide(row_vector x, real y) {
  return x ./ y;
}

row_vector elt_divide(real x, row_vector y) {
  return x ./ y;
}

matrix elt_divide(matrix x, matrix y) {
  return x ./ y;
}

matrix elt_divide(matrix x, real y) {
  return x ./ y;
}

matrix elt_divide(real x, matrix y) {
  return x ./ y;
}

/// Product of numbers, vectors or matrices, x * y.
int multiply(int x, int y) {
  return x * y;
}

real multiply(real x, real y) {
  return x * y;
}

vector multiply(vector x, real y) {
  return x * y;
}

vector multiply(real x, vector y) {
  return x * y;
}

row_vector multiply(row_vector x, real y) {
  return x * y;
}

row_vector multiply(real x, row_vector y) {
  return x * y;
}

matrix multiply(matrix x, real y) {
  return x * y;
}

matrix multiply(real x, matrix y) {
  return x * y;
}

real multiply(row_vector x, vector y) {
  return x * y;
}

matrix multiply(vector x, row_vector y) {
  return x * y;
}

vector multiply(matrix x, vector y) {
  return x * y;
}

row_vector multiply(row_vector x, matrix y) {
  return x * y;
}

matrix multiply(matrix x, matrix y) {
  return x * y;
}

/// Quotient of the elements of x by a number, x / y.
int divide(int x, int y) {
  return x %/% y;
}

real divide(real x, real y) {
  return x / y;
}

vector divide(vector x, real y) {
  return x / y;
}

row_vector divide(row_vector x, real y) {
  return x / y;
}

matrix divide(matrix x, real y) {
  return x / y;
}

vector divide(real x, vector y) {
  return x ./ y;
}

row_vector divide(real x, row_vector y) {
  return x ./ y;
}

matrix divide(real x, matrix y) {
  return x ./ y;
}

/// Negation, -x.
@elementwise
int minus(int x) {
  return -x;
}

@elementwise promoted
real minus(real x) {
  return -x;
}

/// The argument itself, +x.
@elementwise
int plus(int x) {
  return +x;
}

@elementwise promoted
real plus(real x) {
  return +x;
}

/// Remainder of x / y with the sign of x.
int modulus(int x, int y) {
  return x % y;
}

/// x == y.
int logical_eq(int x, int y) {
  return x == y;
}

int logical_eq(real x, real y) {
  return x == y;
}

/// x != y.
int logical_neq(int x, int y) {
  return x != y;
}

int logical_neq(real x, real y) {
  return x != y;
}

/// x < y.
int logical_lt(int x, int y) {
  return x < y;
}

int logical_lt(real x, real y) {
  return x < y;
}

/// x <= y.
int logical_lte(int x, int y) {
  return x <= y;
}

int logical_lte(real x, real y) {
  return x <= y;
}

/// x > y.
int logical_gt(int x, int y) {
  return x > y;
}

int logical_gt(real x, real y) {
  return x > y;
}

/// x >= y.
int logical_gte(int x, int y) {
  return x >= y;
}

int logical_gte(real x, real y) {
  return x >= y;
}

/// x && y.
int logical_and(int x, int y) {
  return x && y;
}

/// x || y.
int logical_or(int x, int y) {
  return x || y;
}

/// !x.
int logical_negation(int x) {
  return !x;
}
