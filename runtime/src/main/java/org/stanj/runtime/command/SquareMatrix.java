package org.stanj.runtime.command;

import org.stanj.runtime.arguments.CommandFailure;

/** Matrices over all parameters are arrays of one dimension, whose length Java limits. */
final class SquareMatrix {
  /** Its square is the largest below 2³¹. */
  private static final int MOST_ROWS = 46_340;

  private SquareMatrix() {}

  /**
   * Refuses what needs a larger matrix.
   *
   * @param n unconstrained parameters
   * @param what the argument that needs it, e.g. {@code metric=dense_e}
   * @param instead what does without
   */
  static void require(int n, String what, String instead) {
    if (n > MOST_ROWS) {
      throw new CommandFailure(
          what + " needs a matrix of " + n + " rows and columns, which is too large" + instead);
    }
  }
}
