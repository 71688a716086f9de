// Shape manipulation and generic functions: implemented in the compiler.

/// Number of elements of the outermost dimension; of a matrix, of all elements; of a scalar 1.
@builtin
int size(any x);

/// Number of scalars in a container.
@builtin
int num_elements(container x);

/// n copies of x.
@builtin
vector rep_vector(real x, int n);

/// Sum of all elements; 0 of nothing.
@builtin
int sum(array[] int x);

@builtin
real sum(flat x);

/// x'x.
@builtin
real dot_self(vector x);

@builtin
real dot_self(row_vector x);

/// The diagonal as a vector.
@builtin
vector diagonal(matrix x);
