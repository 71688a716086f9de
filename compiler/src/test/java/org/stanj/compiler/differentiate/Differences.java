package org.stanj.compiler.differentiate;

import java.util.function.ToDoubleFunction;

/**
 * Derivatives by central differences, extrapolated to step zero, with an estimate of their error.
 *
 * <p>Source: Ridders 1982, Accurate computation of F'(x) and F'(x)F''(x), Advances in Engineering
 * Software 4(2), 75-76.
 */
public final class Differences {
  private static final int LEVELS = 6;
  private static final double FIRST_STEP = 4e-3;

  /**
   * A derivative.
   *
   * @param error estimate of the absolute error: of the extrapolation and of rounding
   */
  public record Derivative(double value, double error) {}

  private Differences() {}

  /** The derivative by component {@code i} at {@code q}, which is left as it was. */
  public static Derivative partial(ToDoubleFunction<double[]> f, double[] q, int i) {
    double[][] table = new double[LEVELS][LEVELS];
    double step = FIRST_STEP * Math.max(1, Math.abs(q[i]));
    double best = Double.NaN;
    double error = Double.POSITIVE_INFINITY;
    for (int k = 0; k < LEVELS; k++, step /= 2) {
      table[k][0] = quotient(f, q, i, step);
      double factor = 1;
      for (int m = 1; m <= k; m++) {
        factor *= 4;
        table[k][m] = table[k][m - 1] + (table[k][m - 1] - table[k - 1][m - 1]) / (factor - 1);
        double change =
            Math.max(
                Math.abs(table[k][m] - table[k][m - 1]),
                Math.abs(table[k][m] - table[k - 1][m - 1]));
        if (change < error) {
          error = change;
          best = table[k][m];
        }
      }
    }
    double rounding = 64 * Math.ulp(1 + Math.abs(f.applyAsDouble(q))) / FIRST_STEP;
    return new Derivative(best, error + rounding);
  }

  private static double quotient(ToDoubleFunction<double[]> f, double[] q, int i, double step) {
    double at = q[i];
    q[i] = at + step;
    double above = f.applyAsDouble(q);
    double up = q[i];
    q[i] = at - step;
    double below = f.applyAsDouble(q);
    double width = up - q[i];
    q[i] = at;
    return (above - below) / width;
  }
}
