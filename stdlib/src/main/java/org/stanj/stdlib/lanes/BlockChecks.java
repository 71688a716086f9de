package org.stanj.stdlib.lanes;

import java.util.Arrays;
import org.stanj.stdlib.check.Checks;

/**
 * Checks of {@link Checks} for a block of iterations, each of which has a container of its own: the
 * first elements of all iterations stand together, then the second ones, {@code stride} apart. The
 * methods return 0 if no iteration fails; whose message it is, is for the iterations one by one to
 * find out. HotSpot makes vectors of their loops by itself.
 */
public final class BlockChecks {
  private BlockChecks() {}

  /** {@link Checks#simplex} of each iteration; the sums are added in the same order. */
  public static int simplex(
      double[] x, int xo, int n, double[] sums, int so, int count, int stride) {
    if (n == 0) {
      return 1;
    }
    Arrays.fill(sums, so, so + count, 0);
    double least = 0;
    for (int row = 0; row < n; row += stride) {
      for (int i = 0; i < count; i++) {
        sums[so + i] += x[xo + row + i];
      }
      for (int i = 0; i < count; i++) {
        least = Math.min(least, x[xo + row + i]);
      }
    }
    double apart = 0;
    for (int i = 0; i < count; i++) {
      apart = Math.max(apart, Math.abs(sums[so + i] - 1));
    }
    return least >= 0 && apart <= Checks.TOLERANCE ? 0 : 1;
  }
}
