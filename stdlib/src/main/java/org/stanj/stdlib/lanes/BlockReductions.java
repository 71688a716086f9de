package org.stanj.stdlib.lanes;

import org.stanj.stdlib.linalg.Reductions;

/**
 * Kernels of {@link Reductions} for a block of iterations, each of which has a container of its
 * own: the first elements of all iterations stand together, then the second ones, {@code stride}
 * apart. The methods take (array, offset, length) and scalars of the iterations likewise.
 */
public final class BlockReductions {
  private BlockReductions() {}

  /** {@link Reductions#logSumExp} of each iteration. */
  public static void logSumExp(
      double[] x,
      int xo,
      int n,
      double[] r,
      int ro,
      int count,
      double[] t,
      int to,
      int room,
      int stride) {
    largest(x, xo, n, t, to, count, stride);
    java.util.Arrays.fill(r, ro, ro + count, 0);
    for (int row = 0; row < n; row += stride) {
      shifted(x, xo + row, t, to, t, to + stride, count);
      Blocks.exp(t, to + stride, count, t, to + stride, count);
      add(t, to + stride, r, ro, count);
    }
    Blocks.log(r, ro, count, r, ro, count);
    add(t, to, r, ro, count);
  }

  /** {@link Reductions#logSumExpSaving} of each iteration. */
  public static void logSumExpSaving(
      double[] x,
      int xo,
      int n,
      double[] w,
      int wo,
      int slopes,
      double[] r,
      int ro,
      int count,
      double[] t,
      int to,
      int room,
      int stride) {
    largest(x, xo, n, t, to, count, stride);
    java.util.Arrays.fill(r, ro, ro + count, 0);
    for (int row = 0; row < n; row += stride) {
      shifted(x, xo + row, t, to, w, wo + row, count);
      Blocks.exp(w, wo + row, count, w, wo + row, count);
      add(w, wo + row, r, ro, count);
    }
    for (int i = 0; i < count; i++) {
      t[to + stride + i] = 1 / r[ro + i];
    }
    for (int row = 0; row < n; row += stride) {
      for (int i = 0; i < count; i++) {
        w[wo + row + i] *= t[to + stride + i];
      }
    }
    Blocks.log(r, ro, count, r, ro, count);
    add(t, to, r, ro, count);
  }

  /** {@link Reductions#logSumExpSaved} of each iteration. */
  public static void logSumExpSaved(
      double[] w,
      int wo,
      int n,
      double[] adjoint,
      int ao,
      int count,
      double[] xAdj,
      int xa,
      int adjoints,
      int stride) {
    for (int row = 0; row < n; row += stride) {
      for (int i = 0; i < count; i++) {
        xAdj[xa + row + i] += adjoint[ao + i] * w[wo + row + i];
      }
    }
  }

  /** What is taken out of each iteration's elements: the largest; 0 if that is not finite. */
  private static void largest(
      double[] x, int xo, int n, double[] t, int to, int count, int stride) {
    java.util.Arrays.fill(t, to, to + count, Double.NEGATIVE_INFINITY);
    for (int row = 0; row < n; row += stride) {
      for (int i = 0; i < count; i++) {
        t[to + i] = Math.max(t[to + i], x[xo + row + i]);
      }
    }
    for (int i = 0; i < count; i++) {
      t[to + i] = Double.isFinite(t[to + i]) ? t[to + i] : 0;
    }
  }

  private static void shifted(
      double[] x, int xo, double[] shift, int so, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = x[xo + i] - shift[so + i];
    }
  }

  private static void add(double[] x, int xo, double[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] += x[xo + i];
    }
  }
}
