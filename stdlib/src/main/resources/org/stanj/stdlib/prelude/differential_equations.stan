// Initial value problems. The kernels take the initial time and the output times in one vector.

kernel RungeKutta.rk45(function f, vector initial_state, vector times, real relative_tolerance, real absolute_tolerance, int max_num_steps, text name, out array[] vector states);

kernel RungeKutta.ckrk(function f, vector initial_state, vector times, real relative_tolerance, real absolute_tolerance, int max_num_steps, text name, out array[] vector states);

kernel Multistep.adams(function f, vector initial_state, vector times, real relative_tolerance, real absolute_tolerance, int max_num_steps, text name, out array[] vector states);

kernel Multistep.bdf(function f, vector initial_state, vector times, real relative_tolerance, real absolute_tolerance, int max_num_steps, text name, out array[] vector states);

kernel Multistep.adjointTolCtl(function f, vector initial_state, vector times, real relative_tolerance, vector absolute_tolerance, int max_num_steps, int solver, text name, out array[] vector states);

kernel Multistep.dae(function f, vector initial_state, vector initial_state_derivative, vector times, real relative_tolerance, real absolute_tolerance, int max_num_steps, text name, out array[] vector states);

/// Solution at the times of y' = ode(t, y, ...), y(initial_time) = initial_state, by the explicit Runge-Kutta method
/// 5(4) of Dormand and Prince.
array[] vector ode_rk45(
    function(real, vector, ...) => vector ode "coupled_ode_system: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    ...<finite> "ode parameters and data") {
  array[size(times)] vector[size(initial_state)] states;
  RungeKutta_rk45(ode, initial_state, append_row(initial_time, to_vector(times)), 1e-6, 1e-6, 1000000, states);
  return states;
}

/// Solution at the times of y' = ode(t, y, ...), y(initial_time) = initial_state, by the explicit Runge-Kutta method
/// 5(4) of Dormand and Prince, with the given tolerances and
/// largest number of steps between output times.
array[] vector ode_rk45_tol(
    function(real, vector, ...) => vector ode "coupled_ode_system: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    int<positive> max_num_steps "max_num_steps",
    ...<finite> "ode parameters and data") {
  array[size(times)] vector[size(initial_state)] states;
  RungeKutta_rk45(ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, max_num_steps, states);
  return states;
}

/// Solution at the times of y' = ode(t, y, ...), y(initial_time) = initial_state, by the explicit Runge-Kutta method
/// 5(4) of Cash and Karp.
array[] vector ode_ckrk(
    function(real, vector, ...) => vector ode "coupled_ode_system: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    ...<finite> "ode parameters and data") {
  array[size(times)] vector[size(initial_state)] states;
  RungeKutta_ckrk(ode, initial_state, append_row(initial_time, to_vector(times)), 1e-6, 1e-6, 1000000, states);
  return states;
}

/// Solution at the times of y' = ode(t, y, ...), y(initial_time) = initial_state, by the explicit Runge-Kutta method
/// 5(4) of Cash and Karp, with the given tolerances and
/// largest number of steps between output times.
array[] vector ode_ckrk_tol(
    function(real, vector, ...) => vector ode "coupled_ode_system: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    int<positive> max_num_steps "max_num_steps",
    ...<finite> "ode parameters and data") {
  array[size(times)] vector[size(initial_state)] states;
  RungeKutta_ckrk(ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, max_num_steps, states);
  return states;
}

/// Solution at the times of y' = ode(t, y, ...), y(initial_time) = initial_state, by the implicit Adams-Moulton
/// methods of orders 1 to 12.
array[] vector ode_adams(
    function(real, vector, ...) => vector ode "cvodes_integrator: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    ...<finite> "ode parameters and data") {
  array[size(times)] vector[size(initial_state)] states;
  Multistep_adams(ode, initial_state, append_row(initial_time, to_vector(times)), 1e-10, 1e-10, 100000000, states);
  return states;
}

/// Solution at the times of y' = ode(t, y, ...), y(initial_time) = initial_state, by the implicit Adams-Moulton
/// methods of orders 1 to 12, with the given tolerances and
/// largest number of steps between output times.
array[] vector ode_adams_tol(
    function(real, vector, ...) => vector ode "cvodes_integrator: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    int<positive> max_num_steps "max_num_steps",
    ...<finite> "ode parameters and data") {
  array[size(times)] vector[size(initial_state)] states;
  Multistep_adams(ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, max_num_steps, states);
  return states;
}

/// Solution at the times of y' = ode(t, y, ...), y(initial_time) = initial_state, by backward differentiation
/// formulas of orders 1 to 5, for stiff systems.
array[] vector ode_bdf(
    function(real, vector, ...) => vector ode "cvodes_integrator: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    ...<finite> "ode parameters and data") {
  array[size(times)] vector[size(initial_state)] states;
  Multistep_bdf(ode, initial_state, append_row(initial_time, to_vector(times)), 1e-10, 1e-10, 100000000, states);
  return states;
}

/// Solution at the times of y' = ode(t, y, ...), y(initial_time) = initial_state, by backward differentiation
/// formulas of orders 1 to 5, for stiff systems, with the given tolerances and
/// largest number of steps between output times.
array[] vector ode_bdf_tol(
    function(real, vector, ...) => vector ode "cvodes_integrator: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    int<positive> max_num_steps "max_num_steps",
    ...<finite> "ode parameters and data") {
  array[size(times)] vector[size(initial_state)] states;
  Multistep_bdf(ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, max_num_steps, states);
  return states;
}

/// Solution at the times of y' = ode(t, y, ...) by Adams-Moulton methods (solver 1) or backward
/// differentiation formulas (solver 2). Its derivatives are those of the steps that were taken, so
/// that what concerns the backward problem is checked and has no effect.
array[] vector ode_adjoint_tol_ctl(
    function(real, vector, ...) => vector ode "ode_adjoint_tol_ctl: dy_dt|states",
    vector<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    data real<positive_finite> relative_tolerance_forward "relative_tolerance_forward",
    data vector<positive_finite> absolute_tolerance_forward "absolute_tolerance_forward",
    data real<positive_finite> relative_tolerance_backward "relative_tolerance_backward",
    data vector<positive_finite> absolute_tolerance_backward "absolute_tolerance_backward",
    data real<positive_finite> relative_tolerance_quadrature "relative_tolerance_quadrature",
    data real<positive_finite> absolute_tolerance_quadrature "absolute_tolerance_quadrature",
    int<positive> max_num_steps "max_num_steps",
    int<positive> num_steps_between_checkpoints "num_steps_between_checkpoints",
    int interpolation_polynomial "interpolation_polynomial",
    int solver_forward "solver_forward",
    int solver_backward "solver_backward",
    ...<finite> "ode parameters and data") {
  check_adjoint_options(
      size(initial_state), absolute_tolerance_forward, absolute_tolerance_backward,
      interpolation_polynomial, solver_forward, solver_backward);
  array[size(times)] vector[size(initial_state)] states;
  Multistep_adjointTolCtl(
      ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance_forward,
      absolute_tolerance_forward, max_num_steps, solver_forward, states);
  return states;
}

/// Solution at the times of the differential-algebraic equation residual(t, y, y', ...) = 0 from
/// consistent initial values, by variable-order backward differentiation formulas.
array[] vector dae(
    function(real, vector, vector, ...) => vector residual "dae_system: residual|states",
    vector<finite, nonempty> initial_state "initial state",
    vector<finite, nonempty> initial_state_derivative "initial state derivative",
    data real<finite> initial_time "initial time",
    data array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    ...<finite> "DAE parameters and data") {
  if (size(initial_state_derivative) != size(initial_state)) {
    fatal_error("dae: initial state (", size(initial_state), ") and initial state derivative (",
           size(initial_state_derivative), ") must match in size");
  }
  array[size(times)] vector[size(initial_state)] states;
  Multistep_dae(
      residual, initial_state, initial_state_derivative,
      append_row(initial_time, to_vector(times)), 1e-10, 1e-10, 100000000, states);
  return states;
}

/// Solution at the times of the differential-algebraic equation residual(t, y, y', ...) = 0 from
/// consistent initial values, by variable-order backward differentiation formulas, with the given
/// tolerances and largest number of steps between output times.
array[] vector dae_tol(
    function(real, vector, vector, ...) => vector residual "dae_system: residual|states",
    vector<finite, nonempty> initial_state "initial state",
    vector<finite, nonempty> initial_state_derivative "initial state derivative",
    data real<finite> initial_time "initial time",
    data array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    int<positive> max_num_steps "max_num_steps",
    ...<finite> "DAE parameters and data") {
  if (size(initial_state_derivative) != size(initial_state)) {
    fatal_error("dae_tol: initial state (", size(initial_state), ") and initial state derivative (",
           size(initial_state_derivative), ") must match in size");
  }
  array[size(times)] vector[size(initial_state)] states;
  Multistep_dae(
      residual, initial_state, initial_state_derivative,
      append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, max_num_steps, states);
  return states;
}

/// The older form of ode_rk45.
@says integrate_ode_rk45
array[,] real integrate_ode(
    function(
        real, array[] real, array[] real theta, data array[] real x_r, data array[] int x_i)
        => array[] real ode "coupled_ode_system: dy_dt|states",
    array[] real<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    array[] real<finite> theta "ode parameters and data",
    data array[] real<finite> x_r "ode parameters and data",
    data array[] int x_i) {
  array[size(times), size(initial_state)] real states;
  RungeKutta_rk45(ode, initial_state, append_row(initial_time, to_vector(times)), 1e-6, 1e-6, 1000000, states);
  return states;
}

/// The older form of ode_rk45_tol.
@says integrate_ode_rk45
array[,] real integrate_ode(
    function(
        real, array[] real, array[] real theta, data array[] real x_r, data array[] int x_i)
        => array[] real ode "coupled_ode_system: dy_dt|states",
    array[] real<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    array[] real<finite> theta "ode parameters and data",
    data array[] real<finite> x_r "ode parameters and data",
    data array[] int x_i,
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    data real max_num_steps) {
  int steps = to_int(max_num_steps);
  if (steps < 1) {
    reject("integrate_ode_rk45: max_num_steps is ", steps, ", but must be positive!");
  }
  array[size(times), size(initial_state)] real states;
  RungeKutta_rk45(ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, steps, states);
  return states;
}

/// The older form of ode_rk45.
array[,] real integrate_ode_rk45(
    function(
        real, array[] real, array[] real theta, data array[] real x_r, data array[] int x_i)
        => array[] real ode "coupled_ode_system: dy_dt|states",
    array[] real<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    array[] real<finite> theta "ode parameters and data",
    data array[] real<finite> x_r "ode parameters and data",
    data array[] int x_i) {
  array[size(times), size(initial_state)] real states;
  RungeKutta_rk45(ode, initial_state, append_row(initial_time, to_vector(times)), 1e-6, 1e-6, 1000000, states);
  return states;
}

/// The older form of ode_rk45_tol.
array[,] real integrate_ode_rk45(
    function(
        real, array[] real, array[] real theta, data array[] real x_r, data array[] int x_i)
        => array[] real ode "coupled_ode_system: dy_dt|states",
    array[] real<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    array[] real<finite> theta "ode parameters and data",
    data array[] real<finite> x_r "ode parameters and data",
    data array[] int x_i,
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    data real max_num_steps) {
  int steps = to_int(max_num_steps);
  if (steps < 1) {
    reject("integrate_ode_rk45: max_num_steps is ", steps, ", but must be positive!");
  }
  array[size(times), size(initial_state)] real states;
  RungeKutta_rk45(ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, steps, states);
  return states;
}

/// The older form of ode_adams.
array[,] real integrate_ode_adams(
    function(
        real, array[] real, array[] real theta, data array[] real x_r, data array[] int x_i)
        => array[] real ode "cvodes_integrator: dy_dt|states",
    array[] real<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    array[] real<finite> theta "ode parameters and data",
    data array[] real<finite> x_r "ode parameters and data",
    data array[] int x_i) {
  array[size(times), size(initial_state)] real states;
  Multistep_adams(ode, initial_state, append_row(initial_time, to_vector(times)), 1e-10, 1e-10, 100000000, states);
  return states;
}

/// The older form of ode_adams_tol.
array[,] real integrate_ode_adams(
    function(
        real, array[] real, array[] real theta, data array[] real x_r, data array[] int x_i)
        => array[] real ode "cvodes_integrator: dy_dt|states",
    array[] real<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    array[] real<finite> theta "ode parameters and data",
    data array[] real<finite> x_r "ode parameters and data",
    data array[] int x_i,
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    data real max_num_steps) {
  int steps = to_int(max_num_steps);
  if (steps < 1) {
    reject("integrate_ode_adams: max_num_steps is ", steps, ", but must be positive!");
  }
  array[size(times), size(initial_state)] real states;
  Multistep_adams(ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, steps, states);
  return states;
}

/// The older form of ode_bdf.
array[,] real integrate_ode_bdf(
    function(
        real, array[] real, array[] real theta, data array[] real x_r, data array[] int x_i)
        => array[] real ode "cvodes_integrator: dy_dt|states",
    array[] real<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    array[] real<finite> theta "ode parameters and data",
    data array[] real<finite> x_r "ode parameters and data",
    data array[] int x_i) {
  array[size(times), size(initial_state)] real states;
  Multistep_bdf(ode, initial_state, append_row(initial_time, to_vector(times)), 1e-10, 1e-10, 100000000, states);
  return states;
}

/// The older form of ode_bdf_tol.
array[,] real integrate_ode_bdf(
    function(
        real, array[] real, array[] real theta, data array[] real x_r, data array[] int x_i)
        => array[] real ode "cvodes_integrator: dy_dt|states",
    array[] real<finite, nonempty> initial_state "initial state",
    real<finite> initial_time "initial time",
    array[] real<finite, nonempty, sorted, after_initial_time(initial_time)> times "times",
    array[] real<finite> theta "ode parameters and data",
    data array[] real<finite> x_r "ode parameters and data",
    data array[] int x_i,
    data real<positive_finite> relative_tolerance "relative_tolerance",
    data real<positive_finite> absolute_tolerance "absolute_tolerance",
    data real max_num_steps) {
  int steps = to_int(max_num_steps);
  if (steps < 1) {
    reject("integrate_ode_bdf: max_num_steps is ", steps, ", but must be positive!");
  }
  array[size(times), size(initial_state)] real states;
  Multistep_bdf(ode, initial_state, append_row(initial_time, to_vector(times)), relative_tolerance, absolute_tolerance, steps, states);
  return states;
}

/// Refuses options of ode_adjoint_tol_ctl that do not fit. Internal.
void check_adjoint_options(
    int states, vector forward, vector backward, int polynomial, int solver_forward,
    int solver_backward) {
  if (size(forward) != states) {
    fatal_error("ode_adjoint_tol_ctl: absolute_tolerance_forward (", size(forward),
           ") and states (", states, ") must match in size");
  }
  if (size(backward) != states) {
    fatal_error("ode_adjoint_tol_ctl: absolute_tolerance_backward (", size(backward),
           ") and states (", states, ") must match in size");
  }
  if (polynomial != 1 && polynomial != 2) {
    fatal_error("ode_adjoint_tol_ctl: interpolation_polynomial ", polynomial,
           ", must be 1 for Hermite or 2 for polynomial interpolation of ODE solution");
  }
  if (solver_forward != 1 && solver_forward != 2) {
    fatal_error("ode_adjoint_tol_ctl: solver_forward ", solver_forward,
           ", must be 1 for Adams or 2 for BDF forward solver");
  }
  if (solver_backward != 1 && solver_backward != 2) {
    fatal_error("ode_adjoint_tol_ctl: solver_backward ", solver_backward,
           ", must be 1 for Adams or 2 for BDF backward solver");
  }
}
