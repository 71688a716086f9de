package org.stanj.stdlib.linalg;

/**
 * Arrays of this thread that kernels use between their start and their end; they grow and stay, so
 * that a steady state allocates nothing.
 */
final class Workspace {
  private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

  /** Parts of a matrix that inner loops copy into their own order. */
  double[] packed = new double[0];

  /** Lanes of four sums. */
  final double[] lanes = new double[4 * InnerLoops.LANES];

  /** A column of sums. */
  final double[] column = new double[ScalarLoops.ROWS];

  /** Right sides of a solve, transposed. */
  double[] transposed = new double[0];

  /** A square on the diagonal. */
  double[] square = new double[0];

  /** A whole matrix, between the steps of one kernel. */
  double[] matrix = new double[0];

  private Workspace() {}

  static Workspace ofThread() {
    return OF_THREAD.get();
  }

  double[] packed(int size) {
    if (packed.length < size) {
      packed = new double[size];
    }
    return packed;
  }

  double[] transposed(int size) {
    if (transposed.length < size) {
      transposed = new double[size];
    }
    return transposed;
  }

  double[] square(int size) {
    if (square.length < size) {
      square = new double[size];
    }
    return square;
  }

  double[] matrix(int size) {
    if (matrix.length < size) {
      matrix = new double[size];
    }
    return matrix;
  }
}
