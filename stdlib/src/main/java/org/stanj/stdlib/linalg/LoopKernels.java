package org.stanj.stdlib.linalg;

/**
 * What loops of programs come down to, where the compiler sees that: sums of products of
 * neighbouring elements, and multiples of elements that are added to others.
 */
public final class LoopKernels {
  private LoopKernels() {}

  /**
   * Σ xᵢyᵢ; term i goes to lane i mod {@link InnerLoops#LANES}, as in {@link InnerLoops#addDots}.
   */
  public static double dot(double[] x, int xo, int n, double[] y, int yo, int m) {
    return ScalarLoops.dot(n, x, xo, y, yo);
  }

  /** y += sx; the two do not overlap. */
  public static void addScaled(double[] y, int yo, int n, double[] x, int xo, int m, double s) {
    Loops.columns(n, n).addScaled(n, x, xo, s, y, yo);
  }
}
