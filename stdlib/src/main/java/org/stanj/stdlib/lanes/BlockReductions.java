package org.stanj.stdlib.lanes;

import java.util.Arrays;
import org.stanj.stdlib.linalg.Reductions;

/**
 * Kernels of {@link Reductions} for a block of iterations, each of which has a container of its
 * own: the first elements of all iterations stand together, then the second ones, {@code stride}
 * apart. The methods take (array, offset, length) and scalars of the iterations likewise.
 */
public final class BlockReductions {
  /** Whether the passes run in vectors; rehearsed with rows of a quarter of the samples. */
  private static final FunctionSwitch LANES = new FunctionSwitch(BlockReductions::rehearsed, -6, 6);

  private static final int ROWS = 4;

  private BlockReductions() {}

  private static void rehearsed(double[] x, int xo, int n, double[] y, int yo, int results) {
    int stride = n / ROWS;
    double[] t = Workspace.get();
    double[] r = new double[stride];
    logSumExpSaving(x, xo, n, y, yo, n, r, 0, stride, t, 0, 2 * stride, stride);
    logSumExpSaved(y, yo, n, r, 0, stride, y, yo, n, stride);
  }

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
    Arrays.fill(r, ro, ro + count, 0);
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
    for (int row = 0; row < n; row += stride) {
      shifted(x, xo + row, t, to, w, wo + row, count);
      Blocks.exp(w, wo + row, count, w, wo + row, count);
    }
    normalise(w, wo, n, r, ro, count, stride);
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
    boolean lanes = LANES.isOn(n);
    for (int row = 0; row < n; row += stride) {
      int done =
          lanes ? VectorReductions.addProduct(adjoint, ao, w, wo + row, xAdj, xa + row, count) : 0;
      for (int i = done; i < count; i++) {
        xAdj[xa + row + i] += adjoint[ao + i] * w[wo + row + i];
      }
    }
  }

  /** What is taken out of each iteration's elements: the largest; 0 if that is not finite. */
  private static void largest(
      double[] x, int xo, int n, double[] t, int to, int count, int stride) {
    int done = LANES.isOn(n) ? VectorReductions.largest(x, xo, n, t, to, count, stride) : 0;
    Arrays.fill(t, to + done, to + count, Double.NEGATIVE_INFINITY);
    for (int row = 0; row < n; row += stride) {
      for (int i = done; i < count; i++) {
        t[to + i] = Math.max(t[to + i], x[xo + row + i]);
      }
    }
    for (int i = done; i < count; i++) {
      t[to + i] = Double.isFinite(t[to + i]) ? t[to + i] : 0;
    }
  }

  private static void shifted(
      double[] x, int xo, double[] shift, int so, double[] y, int yo, int count) {
    int done = LANES.isOn(count) ? VectorReductions.subtract(x, xo, shift, so, y, yo, count) : 0;
    for (int i = done; i < count; i++) {
      y[yo + i] = x[xo + i] - shift[so + i];
    }
  }

  private static void add(double[] x, int xo, double[] to, int at, int count) {
    int done = LANES.isOn(count) ? VectorReductions.add(x, xo, to, at, count) : 0;
    for (int i = done; i < count; i++) {
      to[at + i] += x[xo + i];
    }
  }

  /** Divides the elements of each iteration by their sum, which goes to {@code r}. */
  private static void normalise(
      double[] w, int wo, int n, double[] r, int ro, int count, int stride) {
    int done = LANES.isOn(n) ? VectorReductions.normalise(w, wo, n, r, ro, count, stride) : 0;
    for (int i = done; i < count; i++) {
      double sum = 0;
      for (int row = 0; row < n; row += stride) {
        sum += w[wo + row + i];
      }
      r[ro + i] = sum;
      double inverse = 1 / sum;
      for (int row = 0; row < n; row += stride) {
        w[wo + row + i] *= inverse;
      }
    }
  }
}
