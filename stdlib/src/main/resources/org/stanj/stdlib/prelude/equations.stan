// Roots of systems of equations, and integrals.

kernel AlgebraSolvers.newton(function f, vector guess, real scaling_step_size, real function_tolerance, int max_num_steps, text name, out vector x);

kernel AlgebraSolvers.powell(function f, vector guess, real relative_tolerance, real function_tolerance, int max_num_steps, text name, out vector x);

kernel Quadrature.integrate1d(function f, vector limits, real relative_tolerance, text name, out vector integral);

/// A root of f(x, ...) = 0, searched from the guess by Newton's method with line search.
@says solve_newton
vector solve_newton(
    function(vector, ...) => vector f ": size of the algebraic system's output|size of the vector of unknowns, x,",
    vector<nonempty, finite> guess "initial guess",
    ...) {
  vector[size(guess)] x;
  AlgebraSolvers_newton(f, guess, 1e-3, 1e-6, 200, x);
  return x;
}

/// A root of f(x, ...) = 0, searched from the guess by Newton's method with line search, with the given
/// tolerances and largest number of steps.
@says solve_newton
vector solve_newton_tol(
    function(vector, ...) => vector f ": size of the algebraic system's output|size of the vector of unknowns, x,",
    vector<nonempty, finite> guess "initial guess",
    data real<nonnegative> scaling_step_size "scaling_step_size",
    data real<nonnegative> function_tolerance "function_tolerance",
    int<positive> max_num_steps "max_num_steps",
    ...) {
  vector[size(guess)] x;
  AlgebraSolvers_newton(f, guess, scaling_step_size, function_tolerance, max_num_steps, x);
  return x;
}

/// A root of f(x, ...) = 0, searched from the guess by Powell's hybrid method.
@says solve_powell
vector solve_powell(
    function(vector, ...) => vector f "solve_powell: size of the algebraic system's output|size of the vector of unknowns, x,",
    vector<nonempty, finite> guess "initial guess",
    ...) {
  vector[size(guess)] x;
  AlgebraSolvers_powell(f, guess, 1e-10, 1e-6, 200, x);
  return x;
}

/// A root of f(x, ...) = 0, searched from the guess by Powell's hybrid method, with the given
/// tolerances and largest number of steps.
@says solve_powell
vector solve_powell_tol(
    function(vector, ...) => vector f "solve_powell: size of the algebraic system's output|size of the vector of unknowns, x,",
    vector<nonempty, finite> guess "initial guess",
    data real<nonnegative> relative_tolerance "relative_tolerance",
    data real<nonnegative> function_tolerance "function_tolerance",
    int<positive> max_num_steps "max_num_steps",
    ...) {
  vector[size(guess)] x;
  AlgebraSolvers_powell(f, guess, relative_tolerance, function_tolerance, max_num_steps, x);
  return x;
}

/// The older form of solve_powell.
@says solve_powell
vector algebra_solver(
    function(vector, vector y, data array[] real x_r, data array[] int x_i) => vector f
        "solve_powell: size of the algebraic system's output|size of the vector of unknowns, x,",
    vector<nonempty, finite> guess "initial guess", vector y, data array[] real x_r,
    data array[] int x_i) {
  vector[size(guess)] x;
  AlgebraSolvers_powell(f, guess, 1e-10, 1e-6, 1000, x);
  return x;
}

/// The older form of solve_powell_tol.
@says solve_powell
vector algebra_solver(
    function(vector, vector y, data array[] real x_r, data array[] int x_i) => vector f
        "solve_powell: size of the algebraic system's output|size of the vector of unknowns, x,",
    vector<nonempty, finite> guess "initial guess", vector y, data array[] real x_r,
    data array[] int x_i,
    data real<nonnegative> relative_tolerance "relative_tolerance",
    data real<nonnegative> function_tolerance "function_tolerance",
    data real max_num_steps) {
  int steps = to_int(max_num_steps);
  if (steps < 1) {
    reject("solve_powell: max_num_steps is ", steps, ", but must be positive!");
  }
  vector[size(guess)] x;
  AlgebraSolvers_powell(f, guess, relative_tolerance, function_tolerance, steps, x);
  return x;
}

/// The older form of solve_newton.
@says solve_newton
vector algebra_solver_newton(
    function(vector, vector y, data array[] real x_r, data array[] int x_i) => vector f
        ": size of the algebraic system's output|size of the vector of unknowns, x,",
    vector<nonempty, finite> guess "initial guess", vector y, data array[] real x_r,
    data array[] int x_i) {
  vector[size(guess)] x;
  AlgebraSolvers_newton(f, guess, 1e-3, 1e-6, 200, x);
  return x;
}

/// The older form of solve_newton_tol.
@says solve_newton
vector algebra_solver_newton(
    function(vector, vector y, data array[] real x_r, data array[] int x_i) => vector f
        ": size of the algebraic system's output|size of the vector of unknowns, x,",
    vector<nonempty, finite> guess "initial guess", vector y, data array[] real x_r,
    data array[] int x_i,
    data real<nonnegative> scaling_step_size "scaling_step_size",
    data real<nonnegative> function_tolerance "function_tolerance",
    data real max_num_steps) {
  int steps = to_int(max_num_steps);
  if (steps < 1) {
    reject("solve_newton: max_num_steps is ", steps, ", but must be positive!");
  }
  vector[size(guess)] x;
  AlgebraSolvers_newton(f, guess, scaling_step_size, function_tolerance, steps, x);
  return x;
}

/// Integral of f over x from a to b, which may be infinite, by double exponential quadrature; xc is
/// the distance of x to the nearer limit.
real integrate_1d(
    function(real, real, array[] real theta, data array[] real x_r, data array[] int x_i) => real f
        "integrate_1d: value|integrand",
    real a, real b, array[] real theta, data array[] real x_r, data array[] int x_i) {
  vector[1] integral;
  Quadrature_integrate1d(f, [a, b]', 1.4901161193847656e-08, integral);
  return integral[1];
}

/// Integral of f over x from a to b, which may be infinite, by double exponential quadrature; xc is
/// the distance of x to the nearer limit, with the given relative tolerance.
real integrate_1d(
    function(real, real, array[] real theta, data array[] real x_r, data array[] int x_i) => real f
        "integrate_1d: value|integrand",
    real a, real b, array[] real theta, data array[] real x_r, data array[] int x_i, data real relative_tolerance) {
  vector[1] integral;
  Quadrature_integrate1d(f, [a, b]', relative_tolerance, integral);
  return integral[1];
}
