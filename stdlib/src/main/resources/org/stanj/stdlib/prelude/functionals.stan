// Functions that take a function of the program. Of the function's parameters those with a name are
// bound to the header's parameter of that name, those with a name and [] to an element of it, the one
// with the number of the job; what stands for ... is given behind the header's own parameters; the
// library passes the others.

kernel MapRect.results(jobs f, array[] vector theta) -> vector;

/// Joins the vectors that f returns for each job: element i of theta, x_r and x_i, and the shared
/// phi.
vector map_rect(
    function(vector phi, vector, data array[] real x_r[], data array[] int x_i[]) => vector f,
    vector phi, array[] vector theta, data array[,] real x_r, data array[,] int x_i) {
  if (size(theta) != size(x_r)) {
    fatal_error("map_rect: size of job parameters (", size(theta), ") and size of real data (",
                size(x_r), ") must match in size");
  }
  if (size(theta) != size(x_i)) {
    fatal_error("map_rect: size of job parameters (", size(theta), ") and size of int data (",
                size(x_i), ") must match in size");
  }
  return MapRect_results(f, theta);
}

/// Sum of f over slices of x, each from its first to its last element; a slice has about grainsize
/// elements, or as many as suit where it is 1.
@builtin
real reduce_sum(function(array[] T, int, int, ...) => real f, array[] T x, int grainsize, ...);

/// Sum of f over slices of x of grainsize elements.
@builtin
real reduce_sum_static(
    function(array[] T, int, int, ...) => real f, array[] T x, int grainsize, ...);
