package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Checks;
import org.stanj.stdlib.check.Numbers;
import org.stanj.stdlib.linalg.Solves;

/**
 * Roots of algebraic systems: Stan's {@code solve_newton} and {@code solve_powell} with their older
 * names {@code algebra_solver_newton} and {@code algebra_solver}.
 *
 * <p>The callback's leading arguments are the n unknowns x, its value the n residuals f. For the
 * root x(θ) the implicit function theorem gives dx/dθ = −(∂f/∂x)⁻¹ ∂f/∂θ; the first guess has no
 * derivative. Checks, their order and messages are Stan's. A residual or Jacobian that is not
 * finite ends in an error, too.
 *
 * <p>Source: Stan Functions Reference, "Algebraic equation solvers".
 */
public final class AlgebraSolvers {
  private static final double[] EMPTY = {};

  private AlgebraSolvers() {}

  /**
   * A root by Newton's method with line search, see {@link NewtonSolver}.
   *
   * @param scalingStep relative step at which the search may end; 0 for the default
   * @param functionTol largest residual; 0 for the default
   * @param name of the function in messages about arguments
   * @throws RejectException if there is no convergence, or an argument is outside its domain
   */
  public static double[] newton(
      Callback f,
      double[] guess,
      int guessAt,
      int n,
      double scalingStep,
      double functionTol,
      int maxSteps,
      String name,
      double[] out,
      int outAt,
      int outN) {
    double[] start = start(name, guess, guessAt, n);
    nonnegative(name, "scaling_step_size", scalingStep);
    nonnegative(name, "function_tolerance", functionTol);
    positive(name, maxSteps);
    double[] x =
        new NewtonSolver(new AlgebraicSystem(f, n), scalingStep, functionTol)
            .solve(start, maxSteps);
    System.arraycopy(x, 0, out, outAt, n);
    return EMPTY;
  }

  /** Adjoint of {@link #newton} by the implicit function theorem. */
  public static void newtonAdjoint(
      Callback f,
      double[] guess,
      int guessAt,
      int n,
      double scalingStep,
      double functionTol,
      int maxSteps,
      String name,
      double[] out,
      int outAt,
      int outN,
      double[] trace,
      int traceAt,
      int traceLength,
      double @Nullable [] dGuess,
      int dGuessAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    implicit(f, n, out, outAt, dOut, dOutAt, dActive, dActiveAt);
  }

  /**
   * A root by Powell's hybrid method, see {@link PowellSolver}.
   *
   * @param relTol relative size of the trust region at which the search ends
   * @param functionTol largest Euclidean norm of the residuals
   * @param maxSteps evaluations that must not be reached
   * @param name of the function in messages about arguments
   * @throws RejectException if there is no convergence, or an argument is outside its domain
   */
  public static double[] powell(
      Callback f,
      double[] guess,
      int guessAt,
      int n,
      double relTol,
      double functionTol,
      int maxSteps,
      String name,
      double[] out,
      int outAt,
      int outN) {
    double[] start = start(name, guess, guessAt, n);
    // Stan's spelling
    nonnegative("alegbra_solver_powell", "relative_tolerance", relTol);
    nonnegative(name, "function_tolerance", functionTol);
    positive(name, maxSteps);
    PowellSolver solver = new PowellSolver(new AlgebraicSystem(f, n), start);
    if (solver.solve(relTol, maxSteps) >= maxSteps) {
      throw tooManySteps(maxSteps);
    }
    requireRoot(solver.residualNorm(), functionTol);
    System.arraycopy(solver.position(), 0, out, outAt, n);
    return EMPTY;
  }

  /** Adjoint of {@link #powell} by the implicit function theorem. */
  public static void powellAdjoint(
      Callback f,
      double[] guess,
      int guessAt,
      int n,
      double relTol,
      double functionTol,
      int maxSteps,
      String name,
      double[] out,
      int outAt,
      int outN,
      double[] trace,
      int traceAt,
      int traceLength,
      double @Nullable [] dGuess,
      int dGuessAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    implicit(f, n, out, outAt, dOut, dOutAt, dActive, dActiveAt);
  }

  /** θ̄ −= w′ ∂f/∂θ, with (∂f/∂x)′ w = x̄. */
  private static void implicit(
      Callback f,
      int n,
      double[] out,
      int outAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    boolean unused = Arrays.stream(dOut, dOutAt, dOutAt + n).allMatch(d -> d == 0);
    if (dActive == null || f.activeLength() == 0 || unused) {
      return;
    }
    double[] x = Arrays.copyOfRange(out, outAt, outAt + n);
    // the rows of a matrix are the columns of its transpose
    double[] transposed = new AlgebraicSystem(f, n).jacobianRows(x);
    double[] w = new double[n];
    Solves.mdivideLeftVector(transposed, 0, n, n, dOut, dOutAt, n, w, 0, n);
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(w[i])) {
        throw noSetup();
      }
      w[i] = -w[i];
    }
    f.vjp(x, w, new double[n], dActive, dActiveAt);
  }

  private static double[] start(String name, double[] guess, int at, int n) {
    Checks.nonempty(name, "initial guess", guess, at, n);
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(guess[at + i])) {
        throw RejectException.domain(
            name
                + ": initial guess["
                + (i + 1)
                + "] is "
                + Numbers.general(guess[at + i])
                + ", but must be finite!");
      }
    }
    return Arrays.copyOfRange(guess, at, at + n);
  }

  private static void nonnegative(String name, String argument, double value) {
    if (!(value >= 0)) {
      throw RejectException.domain(
          name + ": " + argument + " is " + Numbers.general(value) + ", but must be nonnegative!");
    }
  }

  private static void positive(String name, int maxSteps) {
    if (maxSteps <= 0) {
      throw RejectException.domain(
          name + ": max_num_steps is " + maxSteps + ", but must be positive!");
    }
  }

  private static void requireRoot(double norm, double functionTol) {
    if (!(norm <= functionTol)) {
      throw RejectException.domain(
          "algebra_solver: the norm of the algebraic function is "
              + Numbers.general(norm)
              + " but should be lower than the function tolerance: "
              + Numbers.general(functionTol)
              + ". Consider decreasing the relative tolerance and increasing max_num_steps.");
    }
  }

  static RejectException tooManySteps(int maxSteps) {
    return RejectException.domain(
        "algebra_solver: maximum number of iterations ("
            + maxSteps
            + ") was exceeded in the solve.");
  }

  /** The linear equations of a step have no solution. */
  static RejectException noSetup() {
    return RejectException.domain(
        "The linear solver\u2019s setup function failed in an unrecoverable manner.");
  }
}
