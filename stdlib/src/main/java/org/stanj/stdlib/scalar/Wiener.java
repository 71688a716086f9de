package org.stanj.stdlib.scalar;

import org.jspecify.annotations.Nullable;

/**
 * Kernels of Wiener's first passage times with variability between trials: log of the density, of
 * the distribution function and of its complement at x = (y, α, τ, β, δ, sv, sw, st), with slopes.
 * The response is that at the upper boundary; its distribution is not normalised.
 *
 * <p>The slope in α follows from the scaling of all times by c², of α by c and of δ and sv by 1/c:
 * log f falls by 2 log c, log F does not change.
 */
public final class Wiener {
  private static final int ARGUMENTS = 8;
  private static final int Y = 0;
  private static final int ALPHA = 1;
  private static final int TAU = 2;
  private static final int BETA = 3;
  private static final int DELTA = 4;
  private static final int SV = 5;
  private static final int SW = 6;
  private static final int ST = 7;

  private Wiener() {}

  /** Fills r with the log density and its slopes. */
  public static void density(double[] x, int xo, int n, double[] r, int ro, int size) {
    result(new WienerArguments(x, xo).density(), r, ro);
  }

  /** Fills r with the log distribution function and its slopes. */
  public static void distribution(double[] x, int xo, int n, double[] r, int ro, int size) {
    result(new WienerArguments(x, xo).distribution(true), r, ro);
  }

  /** Fills r with the log of what is left of the probability of the response, and its slopes. */
  public static void complement(double[] x, int xo, int n, double[] r, int ro, int size) {
    result(new WienerArguments(x, xo).distribution(false), r, ro);
  }

  private static void result(WienerArguments.Slopes s, double[] r, int ro) {
    r[ro] = s.log();
    double[] slopes = new double[ARGUMENTS];
    slopes[Y] = s.time();
    slopes[ALPHA] = s.separation();
    slopes[TAU] = -s.time();
    slopes[BETA] = s.bias();
    slopes[DELTA] = s.drift();
    slopes[SV] = s.sv();
    slopes[SW] = s.sw();
    slopes[ST] = s.st();
    System.arraycopy(slopes, 0, r, ro + 1, ARGUMENTS);
  }

  /** Adjoint of {@link #density}: the slopes stand behind the value. */
  public static void densityAdjoint(
      double[] x,
      int xo,
      int n,
      double[] r,
      int ro,
      int size,
      double @Nullable [] xAdj,
      int xa,
      double[] rAdj,
      int ra) {
    for (int i = 0; i < n && xAdj != null; i++) {
      xAdj[xa + i] += rAdj[ra] * r[ro + 1 + i];
    }
  }

  /** Adjoint of {@link #distribution}. */
  public static void distributionAdjoint(
      double[] x,
      int xo,
      int n,
      double[] r,
      int ro,
      int size,
      double @Nullable [] xAdj,
      int xa,
      double[] rAdj,
      int ra) {
    densityAdjoint(x, xo, n, r, ro, size, xAdj, xa, rAdj, ra);
  }

  /** Adjoint of {@link #complement}. */
  public static void complementAdjoint(
      double[] x,
      int xo,
      int n,
      double[] r,
      int ro,
      int size,
      double @Nullable [] xAdj,
      int xa,
      double[] rAdj,
      int ra) {
    densityAdjoint(x, xo, n, r, ro, size, xAdj, xa, rAdj, ra);
  }
}
