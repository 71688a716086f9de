package org.stanj.stdlib.linalg;

import org.jspecify.annotations.Nullable;

/** Sums and their like over a flat container. */
public final class Reductions {
  private Reductions() {}

  /** log Σ exp xᵢ; −∞ of nothing. The maximum is taken out, so that nothing overflows. */
  public static double logSumExp(double[] x, int xo, int n) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[xo + i]);
    }
    if (Double.isNaN(max) || Double.isInfinite(max)) {
      return max;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(x[xo + i] - max);
    }
    return max + Math.log(sum);
  }

  /** Adjoint of {@link #logSumExp}: ∂/∂xᵢ = exp(xᵢ − result). */
  public static void logSumExpAdjoint(
      double[] x,
      int xo,
      int n,
      double result,
      double resultAdjoint,
      double @Nullable [] xAdj,
      int xa) {
    for (int i = 0; i < n && xAdj != null; i++) {
      xAdj[xa + i] += resultAdjoint * Math.exp(x[xo + i] - result);
    }
  }

  /** {@link #logSumExp} with its slopes ∂/∂xᵢ = exp(xᵢ − result) in w, each exp taken once. */
  public static double logSumExpSaving(double[] x, int xo, int n, double[] w, int wo, int slopes) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[xo + i]);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double e = Math.exp(x[xo + i] - max);
      w[wo + i] = e;
      sum += e;
    }
    if (Double.isNaN(max) || Double.isInfinite(max)) {
      return max;
    }
    double scale = 1 / sum;
    for (int i = 0; i < n; i++) {
      w[wo + i] *= scale;
    }
    return max + Math.log(sum);
  }

  /** Adjoint of {@link #logSumExpSaving}. */
  public static void logSumExpSaved(
      double[] w, int wo, int n, double resultAdjoint, double[] xAdj, int xa) {
    for (int i = 0; i < n; i++) {
      xAdj[xa + i] += resultAdjoint * w[wo + i];
    }
  }

  /** Sample variance, divisor n − 1, by two passes; 0 of one element. */
  public static double variance(double[] x, int xo, int n) {
    if (n == 1) {
      return 0;
    }
    double mean = mean(x, xo, n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double d = x[xo + i] - mean;
      sum += d * d;
    }
    return sum / (n - 1);
  }

  /** Adjoint of {@link #variance}: ∂/∂xᵢ = 2(xᵢ − x̄)/(n − 1). */
  public static void varianceAdjoint(
      double[] x,
      int xo,
      int n,
      double result,
      double resultAdjoint,
      double @Nullable [] xAdj,
      int xa) {
    if (xAdj == null || n == 1) {
      return;
    }
    double mean = mean(x, xo, n);
    for (int i = 0; i < n; i++) {
      xAdj[xa + i] += resultAdjoint * 2 * (x[xo + i] - mean) / (n - 1);
    }
  }

  /** Square root of the {@link #variance}. */
  public static double sd(double[] x, int xo, int n) {
    return Math.sqrt(variance(x, xo, n));
  }

  /**
   * Adjoint of {@link #sd}: ∂/∂xᵢ = (xᵢ − x̄)/((n − 1) result), and 1/√n in each element where all
   * are equal: the kink's convention of Stan.
   */
  public static void sdAdjoint(
      double[] x,
      int xo,
      int n,
      double result,
      double resultAdjoint,
      double @Nullable [] xAdj,
      int xa) {
    if (xAdj == null || n == 1) {
      return;
    }
    double mean = mean(x, xo, n);
    double factor = resultAdjoint / ((n - 1) * result);
    for (int i = 0; i < n; i++) {
      xAdj[xa + i] += result == 0 ? resultAdjoint / Math.sqrt(n) : factor * (x[xo + i] - mean);
    }
  }

  private static double mean(double[] x, int xo, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[xo + i];
    }
    return sum / n;
  }

  /** yᵢ = exp xᵢ / Σ exp xⱼ. */
  public static void softmax(double[] x, int xo, int n, double[] y, int yo, int n2) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[xo + i]);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double e = Math.exp(x[xo + i] - max);
      y[yo + i] = e;
      sum += e;
    }
    for (int i = 0; i < n; i++) {
      y[yo + i] /= sum;
    }
  }

  /** Adjoint of {@link #softmax}: x̄ᵢ += yᵢ(ȳᵢ − Σ yⱼȳⱼ). */
  public static void softmaxAdjoint(
      double[] x,
      int xo,
      int n,
      double[] y,
      int yo,
      int n2,
      double @Nullable [] xAdj,
      int xa,
      double[] yAdj,
      int ya) {
    double dot = 0;
    for (int i = 0; i < n; i++) {
      dot += y[yo + i] * yAdj[ya + i];
    }
    for (int i = 0; i < n && xAdj != null; i++) {
      xAdj[xa + i] += y[yo + i] * (yAdj[ya + i] - dot);
    }
  }
}
