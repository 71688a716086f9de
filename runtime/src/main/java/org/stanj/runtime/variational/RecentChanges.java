package org.stanj.runtime.variational;

import java.util.Arrays;

/** The latest few relative changes of the bound. */
final class RecentChanges {
  private final double[] changes;
  private int count;

  /**
   * @param most how many to remember
   */
  RecentChanges(int most) {
    changes = new double[most];
  }

  void add(double change) {
    changes[count++ % changes.length] = change;
  }

  double mean() {
    return Arrays.stream(known()).average().orElse(Double.NaN);
  }

  /** The middle one; of two the larger. */
  double median() {
    double[] sorted = known();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private double[] known() {
    return Arrays.copyOf(changes, Math.min(count, changes.length));
  }
}
