package org.stanj.stdlib.linalg;

import java.util.Arrays;

/** What inner loops are rehearsed on: few elements, in shapes that reach all of their code. */
final class LoopSamples {
  private static final int MOST_ROWS = 260;
  private static final int[] ROWS = {9, 21, MOST_ROWS};
  private static final int COLUMNS = 8;

  /** Columns of a product with fewer rows. */
  private static final int MORE_COLUMNS = 26;

  /** Elements of the largest matrix. */
  private static final int SIZE = MOST_ROWS * COLUMNS;

  private static final int LEFT = 0;
  private static final int RIGHT = SIZE;
  private static final int RESULT = 2 * SIZE;
  private static final int PAIR = 3 * SIZE;
  private static final double[] SPACE = new double[4 * SIZE];

  static {
    Arrays.fill(SPACE, 0.001);
  }

  private LoopSamples() {}

  static void columns(InnerLoops loops) {
    for (int m : ROWS) {
      double[] s = SPACE;
      loops.addColumns(m, COLUMNS, s, LEFT, m, s, RIGHT, 1, false, s, RESULT);
      loops.addColumns(m, COLUMNS, s, LEFT, m, s, RIGHT, 1, true, s, RESULT);
      loops.addOuter(m, COLUMNS, s, LEFT, s, RIGHT, false, s, RESULT, m);
      loops.addScaled(m, s, LEFT, 0.5, s, RESULT);
      loops.rotate(m, s, PAIR, PAIR + m, 0.6, 0.8);
    }
  }

  static void dots(InnerLoops loops) {
    for (int m : ROWS) {
      double[] s = SPACE;
      loops.addDots(m, COLUMNS, s, LEFT, m, s, RIGHT, false, s, RESULT);
      loops.addDots(m, COLUMNS, s, LEFT, m, s, RIGHT, true, s, RESULT);
    }
  }

  /** The left factor as it stands, and transposed. */
  static void products(InnerLoops loops) {
    double[] s = SPACE;
    for (int m : ROWS) {
      int n = m == MOST_ROWS ? COLUMNS : MORE_COLUMNS;
      loops.addProduct(m, n, COLUMNS, s, LEFT, 1, m, s, RIGHT, 1, COLUMNS, false, s, RESULT, m);
      loops.addProduct(
          m, n, COLUMNS, s, LEFT, COLUMNS, 1, s, RIGHT, 1, COLUMNS, true, s, RESULT, m);
    }
  }
}
