// Functions that take a function of the program. Of the function's parameters those with a name are
// bound to the header's parameter of that name, what stands for ... is given behind the header's own
// parameters; the library passes the others.

/// Joins the vectors that f returns for each job: element i of theta, x_r and x_i, and the shared
/// phi.
@builtin
vector map_rect(
    function(vector phi, vector, data array[] real, data array[] int) => vector f,
    vector phi, array[] vector theta, data array[,] real x_r, data array[,] int x_i);

/// Sum of f over slices of x, each from its first to its last element; a slice has about grainsize
/// elements, or as many as suit where it is 1.
@builtin
real reduce_sum(function(array[] T, int, int, ...) => real f, array[] T x, int grainsize, ...);

/// Sum of f over slices of x of grainsize elements.
@builtin
real reduce_sum_static(
    function(array[] T, int, int, ...) => real f, array[] T x, int grainsize, ...);
