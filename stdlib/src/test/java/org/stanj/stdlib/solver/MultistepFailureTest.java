package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.solver.MultistepRun.Method;

/** What ends a solve, in Stan's words, after bounded work. */
final class MultistepFailureTest {
  private static final String ODE = "CVode(cvodes_mem, t_final, nv_state_, &t_init, CV_NORMAL)";
  private static final String DAE = "IDASolve(mem, ts[i], &t1, yy, yp, IDA_NORMAL)";
  private static final String WORK =
      " failed with error flag -1: \n"
          + "The solver took mxstep internal steps but could not reach tout.";
  private static final String ACCURACY =
      " failed with error flag -2: \nThe solver could not satisfy the accuracy demanded by the user"
          + " for some internal step.";
  private static final String ERROR =
      " failed with error flag -3: \nError test failures occurred too many times during one"
          + " internal time step or minimum step size was reached.";
  private static final String CONVERGENCE =
      " failed with error flag -4: \nConvergence test failures occurred too many times during one"
          + " internal time step or minimum step size was reached.";

  private static void assertFails(String message, MultistepRun run, MatrixCallback f) {
    RejectException e = assertThrows(RejectException.class, () -> run.solve(f));
    assertEquals(RejectException.Kind.DOMAIN, e.kind());
    assertEquals(message, e.getMessage());
    assertTrue(f.values < 10_000, "evaluations " + f.values);
  }

  /** y′ = g(t, y), or y′ - g(t, y) = 0 where slope is set. */
  private static MatrixCallback scalar(
      boolean slope, DoubleBinaryOperator g, DoubleBinaryOperator byState) {
    return new MatrixCallback(1, true) {
      @Override
      void evaluate(double[] x, double[] out) {
        double value = g.applyAsDouble(x[0], x[1]);
        out[0] = slope ? x[2] - value : value;
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        double value = byState.applyAsDouble(x[0], x[1]);
        d[0][1] = slope ? -value : value;
        if (slope) {
          d[0][2] = 1;
        }
      }
    };
  }

  private static MultistepRun run(Method method, double... times) {
    return new MultistepRun(method, new double[] {1}, new double[] {1}, times, 1e-8, 1e-8)
        .steps(100_000_000);
  }

  private static String call(Method method) {
    return switch (method) {
      case ADAMS, BDF -> ODE;
      case ADJOINT_ADAMS, ADJOINT_BDF ->
          "CVodeF(solver_->cvodes_mem_, t_final, solver_->nv_state_forward_, &t_init, CV_NORMAL,"
              + " &ncheck)";
      case DAE -> DAE;
    };
  }

  @ParameterizedTest
  @EnumSource
  void blowUpInFiniteTime(Method method) {
    MatrixCallback f = scalar(method == Method.DAE, (t, y) -> y * y, (t, y) -> 2 * y);
    assertFails(call(method) + WORK, run(method, 0, 2), f);
  }

  @ParameterizedTest
  @EnumSource
  void notANumberLater(Method method) {
    MatrixCallback f =
        scalar(
            method == Method.DAE,
            (t, y) -> t < 0.5 ? y : Double.NaN,
            (t, y) -> t < 0.5 ? 1 : Double.NaN);
    assertFails(call(method) + WORK, run(method, 0, 2), f);
  }

  @ParameterizedTest
  @EnumSource
  void notANumberAtOnce(Method method) {
    MatrixCallback f = scalar(method == Method.DAE, (t, y) -> Double.NaN, (t, y) -> Double.NaN);
    assertFails(call(method) + CONVERGENCE, run(method, 0, 2), f);
  }

  @Test
  void infiniteDerivative() {
    MatrixCallback f = scalar(false, (t, y) -> y, (t, y) -> Double.POSITIVE_INFINITY);
    assertFails(ODE + CONVERGENCE, run(Method.BDF, 0, 2), f);
  }

  /** Steps are counted anew from each output. */
  @Test
  void tooMuchWork() {
    MultistepRun run =
        new MultistepRun(Method.BDF, new double[] {2, 0}, new double[] {0, 2000}, 1e-8, 1e-8);
    assertFails(ODE + WORK, run.steps(100), StiffProblems.vanDerPol(1000, false));
    double[] times = new double[101];
    for (int k = 0; k < times.length; k++) {
      times[k] = 20 * k;
    }
    MultistepRun often = new MultistepRun(Method.BDF, new double[] {2, 0}, times, 1e-8, 1e-8);
    MatrixCallback f = StiffProblems.vanDerPol(1000, false);
    often.steps(1500).solve(f);
    assertTrue(f.values > 1500);
  }

  @Test
  void tooMuchAccuracy() {
    MultistepRun run =
        new MultistepRun(Method.BDF, new double[] {1, 1}, new double[] {0, 1}, 1e-20, 1e-20);
    assertFails(ODE + ACCURACY, run, StiffProblems.lotkaVolterra(false));
  }

  @ParameterizedTest
  @EnumSource
  void tooClose(Method method) {
    MatrixCallback f = scalar(method == Method.DAE, (t, y) -> y, (t, y) -> 1);
    String meaning =
        method == Method.DAE
            ? " failed with error flag -22: \nOne of the function inputs is illegal."
            : " failed with error flag -27: \n"
                + "The output and initial times are too close to each other.";
    assertFails(call(method) + meaning, run(method, 1, Math.nextUp(1.0)), f);
  }

  /** States that contradict the algebraic equation: no step is small enough. */
  @Test
  void inconsistentState() {
    MultistepRun run =
        new MultistepRun(
            Method.DAE,
            new double[] {1.2, 0, 0},
            new double[] {-0.048, 0.048, 0},
            new double[] {0, 0.4},
            1e-6,
            1e-10);
    assertFails(DAE + ERROR, run, StiffProblems.robertsonDae(false));
  }

  /** An equation for a state that does not occur: the matrix is singular. */
  @Test
  void singularMatrix() {
    MatrixCallback f =
        new MatrixCallback(2, false) {
          @Override
          void evaluate(double[] x, double[] out) {
            out[0] = x[3] + x[1];
            out[1] = x[1] - Math.exp(-x[0]);
          }

          @Override
          void derivatives(double[] x, double[][] d) {
            d[0][1] = 1;
            d[0][3] = 1;
            d[1][1] = 1;
          }
        };
    MultistepRun run =
        new MultistepRun(
            Method.DAE, new double[] {1, 1}, new double[] {-1, 0}, new double[] {0, 1}, 1e-6, 1e-6);
    assertFails(DAE + CONVERGENCE, run, f);
  }

  /** A step h = 1 / lambda makes the matrix singular; the solver goes around it. */
  @ParameterizedTest
  @EnumSource(names = {"ADAMS", "BDF"})
  void nearlySingularMatrix(Method method) {
    MatrixCallback f = scalar(false, (t, y) -> 300 * y, (t, y) -> 300);
    double end =
        new MultistepRun(method, new double[] {1}, new double[] {0, 1}, 1e-9, 1e-9).end(f)[0];
    assertEquals(300, Math.log(end), 1e-4);
  }

  @Test
  void exceptionsPass() {
    RejectException thrown = RejectException.domain("no");
    MatrixCallback f =
        scalar(
            false,
            (t, y) -> {
              if (t > 0.3) {
                throw thrown;
              }
              return y;
            },
            (t, y) -> 1);
    assertSame(thrown, assertThrows(RejectException.class, () -> run(Method.BDF, 0, 1).solve(f)));
  }
}
