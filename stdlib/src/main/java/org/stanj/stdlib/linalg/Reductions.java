package org.stanj.stdlib.linalg;

/** Sums and their like over a flat container. */
public final class Reductions {
  private Reductions() {}

  /** log Σ exp xᵢ; −∞ of nothing. The maximum is taken out, so that nothing overflows. */
  public static double logSumExp(double[] x, int xOffset, int n) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[xOffset + i]);
    }
    if (Double.isNaN(max) || Double.isInfinite(max)) {
      return max;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(x[xOffset + i] - max);
    }
    return max + Math.log(sum);
  }

  /** Adjoint of {@link #logSumExp}: ∂/∂xᵢ = exp(xᵢ − result). */
  public static void logSumExpAdjoint(
      double[] x,
      int xOffset,
      int n,
      double result,
      double resultAdjoint,
      double[] xAdj,
      int xAdjOffset) {
    if (xAdj == null) {
      return;
    }
    for (int i = 0; i < n; i++) {
      xAdj[xAdjOffset + i] += resultAdjoint * Math.exp(x[xOffset + i] - result);
    }
  }
}
