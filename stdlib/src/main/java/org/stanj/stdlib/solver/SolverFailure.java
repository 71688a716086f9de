package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;

/**
 * What Stan says where a multistep solver gives up: the call of the library that it makes there,
 * the number of the error, and its meaning.
 */
enum SolverFailure {
  TOO_MUCH_WORK(-1, "The solver took mxstep internal steps but could not reach tout."),
  TOO_MUCH_ACCURACY(
      -2, "The solver could not satisfy the accuracy demanded by the user for some internal step."),
  ERROR_TEST(
      -3,
      "Error test failures occurred too many times during one internal time step or minimum step"
          + " size was reached."),
  CONVERGENCE(
      -4,
      "Convergence test failures occurred too many times during one internal time step or minimum"
          + " step size was reached."),
  ILLEGAL_INPUT(-22, "One of the function inputs is illegal."),
  TOO_CLOSE(-27, "The output and initial times are too close to each other.");

  /** The call of {@code ode_bdf} and {@code ode_adams}. */
  static final String ODE = "CVode(cvodes_mem, t_final, nv_state_, &t_init, CV_NORMAL)";

  /** The call of {@code ode_adjoint_tol_ctl} without derivatives. */
  static final String ADJOINT_VALUE =
      "CVode(solver_->cvodes_mem_, t_final, solver_->nv_state_forward_, &t_init, CV_NORMAL)";

  /** The call of {@code ode_adjoint_tol_ctl} with derivatives. */
  static final String ADJOINT_TRACED =
      "CVodeF(solver_->cvodes_mem_, t_final, solver_->nv_state_forward_, &t_init, CV_NORMAL,"
          + " &ncheck)";

  /** The call of {@code dae}. */
  static final String DAE = "IDASolve(mem, ts[i], &t1, yy, yp, IDA_NORMAL)";

  private final int flag;
  private final String meaning;

  SolverFailure(int flag, String meaning) {
    this.flag = flag;
    this.meaning = meaning;
  }

  RejectException in(String call) {
    return RejectException.domain(call + " failed with error flag " + flag + ": \n" + meaning);
  }
}
