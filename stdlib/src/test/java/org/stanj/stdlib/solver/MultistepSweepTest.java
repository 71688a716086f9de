package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The reverse sweep is exact at loose tolerances. With the steps held fixed, the computed solution
 * of a linear equation is a linear function of initial state and forcing: it is the sum of each of
 * them times its derivative. A term missing in the sweep is as large as the tolerance; this sees
 * it, differences of solutions do not.
 */
final class MultistepSweepTest {
  private static final double TOLERANCE = 1e-3;

  /** y′ of a chain of damped oscillators, with forcing theta₀ + theta₁ exp(-t). */
  private static MatrixCallback chain(int n, double damping, int wildFrom, int wildTo) {
    return new MatrixCallback(n, true, 0.8, 2.5) {
      @Override
      void evaluate(double[] x, double[] out) {
        double wild = values >= wildFrom && values < wildTo ? 1e9 : 0;
        for (int i = 0; i < n; i++) {
          double left = x[1 + (i + n - 1) % n];
          double right = x[1 + (i + 1) % n];
          out[i] = (-0.2 - damping * i) * x[1 + i] + 5 * (right - left) + forcing(x[0]) + wild;
        }
      }

      private double forcing(double t) {
        return theta[0] + theta[1] * Math.exp(-t);
      }

      @Override
      void derivatives(double[] x, double[][] d) {
        for (int i = 0; i < n; i++) {
          d[i][1 + i] += -0.2 - damping * i;
          d[i][1 + (i + 1) % n] += 5;
          d[i][1 + (i + n - 1) % n] -= 5;
          d[i][n + 1] = 1;
          d[i][n + 2] = Math.exp(-x[0]);
        }
      }
    };
  }

  /** Decaying forcing: steps grow, so that rises of the order meet unequal ones. */
  @ParameterizedTest
  @CsvSource({"false, 2", "true, 2", "false, 12", "true, 12"})
  void exactWhereLinear(boolean adams, int n) {
    assertTrue(holds(check(adams, chain(n, 20, 0, 0), n), MultistepTrace.RAISE));
  }

  /** A function that errs for a while makes orders drop to 1 and the history begin anew. */
  @ParameterizedTest
  @CsvSource({"false, 60, 80", "true, 60, 78"})
  void exactAfterRestart(boolean adams, int wildFrom, int wildTo) {
    double[] trace = check(adams, chain(3, 1, wildFrom, wildTo), 3);
    assertTrue(holds(trace, MultistepTrace.LOWER));
    assertTrue(holds(trace, MultistepTrace.RESTART));
  }

  /** Whether an event of an order above 1, or a restart, is in the trace. */
  private static boolean holds(double[] trace, int kind) {
    int first = kind == MultistepTrace.RESTART ? 1 : 2;
    MultistepTrace ends = new MultistepTrace(true);
    for (int order = first; order < first + 4; order++) {
      ends.end(kind, order);
    }
    double[] marks = ends.toArray();
    return Arrays.stream(trace).anyMatch(x -> Arrays.stream(marks).anyMatch(m -> m == x));
  }

  private static double[] check(boolean adams, MatrixCallback f, int n) {
    OdeEquation equation = new OdeEquation(f, n);
    double[] tolerance = {TOLERANCE};
    ErrorWeights weights = new ErrorWeights(n, TOLERANCE, tolerance, 0, 0);
    MultistepTrace trace = new MultistepTrace(true);
    // The equations of the steps are solved to the last digits.
    NewtonIteration newton = new NewtonIteration(equation, weights, 40, 1e-12, false);
    NordsieckIntegrator integrator =
        new NordsieckIntegrator(
            equation,
            adams ? new AdamsFormula() : new BdfFormula(false),
            weights,
            newton,
            trace,
            StepLimits.ofOde(10_000, SolverFailure.ODE));
    double[] y0 = new double[n];
    double[] slope = new double[n];
    for (int i = 0; i < n; i++) {
      y0[i] = 1 + 0.3 * i;
    }
    equation.slope(0, y0, 0, slope);
    integrator.start(0, y0, 0, slope, 1e-3);
    double[] times = {0.7, 5, 12, 20};
    double[] out = new double[times.length * n];
    double[] dOut = new double[out.length];
    double expected = 0;
    for (int k = 0; k < times.length; k++) {
      integrator.advance(times[k]);
      integrator.output(k, times[k], out, k * n);
    }
    for (int i = 0; i < out.length; i++) {
      dOut[i] = Math.sin(1 + i);
      expected += dOut[i] * out[i];
    }
    double[] numbers = trace.toArray();
    double[] dTheta = new double[2];
    MultistepSweep sweep = new MultistepSweep(equation, AdamsFormula.MAX_ORDER, numbers, dTheta, 0);
    double[] dStart = sweep.run(0, numbers.length, dOut, 0);
    equation.pullSlope(0, y0, 0, 1, dStart, n, dStart, dTheta, 0);
    double actual = dTheta[0] * f.theta[0] + dTheta[1] * f.theta[1];
    for (int i = 0; i < n; i++) {
      actual += dStart[i] * y0[i];
    }
    assertEquals(expected, actual, 1e-10);
    return numbers;
  }
}
