package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Checks;
import org.stanj.stdlib.check.Numbers;

/**
 * How the mode is looked for.
 *
 * @param tolerance the search ends when a step changes the objective by less
 * @param maxSteps Newton steps; one more is made where they did not suffice
 * @param blockSize of the Hessian of the log likelihood
 * @param solver 1, 2 or 3: {@link HessianRoot}, {@link CovarianceRoot}, {@link GeneralSystem}
 * @param lineSearchSteps evaluations in a line search; 0 takes full steps
 * @param fallthrough whether a solver that fails hands over to the next one
 * @param name with which messages begin
 */
record LaplaceOptions(
    double tolerance,
    int maxSteps,
    int blockSize,
    int solver,
    int lineSearchSteps,
    boolean fallthrough,
    String name) {
  static final int SOLVERS = 3;

  /**
   * Checks all arguments in Stan's order.
   *
   * @throws RejectException with Stan's messages
   */
  void check(int rows, int cols, double[] start, int startAt, int n) {
    checkStart(rows, cols, start, startAt, n);
    if (!(tolerance >= 0)) {
      throw RejectException.domain(
          name + ": tolerance is " + Numbers.general(tolerance) + ", but must be nonnegative!");
    }
    checkPositive("max_num_steps", maxSteps);
    checkPositive("hessian_block_size", blockSize);
    Checks.square(name, "covariance", start, startAt, rows, cols);
    if (rows % blockSize != 0 || rows < blockSize) {
      throw RejectException.domain(name + ": Hessian block size mismatch.");
    }
    if (solver < 1 || solver > SOLVERS) {
      throw RejectException.domain(name + ": solver must be 1, 2, or 3. Got: " + solver);
    }
  }

  private void checkStart(int rows, int cols, double[] start, int startAt, int n) {
    if (n == 0) {
      throw RejectException.size(
          name + ": initial guess has size 0, but must have a non-zero size");
    }
    for (int i = 0; i < n; i++) {
      double x = start[startAt + i];
      if (!Double.isFinite(x)) {
        throw RejectException.domain(
            name
                + ": initial guess["
                + (i + 1)
                + "] is "
                + Numbers.general(x)
                + ", but must be finite!");
      }
    }
    if (n != rows) {
      throw RejectException.domain(
          name
              + ": The size of the initial theta ("
              + n
              + ") vector must match the rows and columns of the covariance matrix ("
              + rows
              + ", "
              + cols
              + ").");
    }
  }

  private void checkPositive(String argument, int value) {
    if (value <= 0) {
      throw RejectException.domain(
          name + ": " + argument + " is " + value + ", but must be positive!");
    }
  }
}
