package org.stanj.runtime.io;

import java.util.Arrays;
import org.stanj.runtime.model.Variable;

/**
 * The values of one leaf of a variable's tree, as data files have them: the last index fastest, and
 * of a complex leaf its two parts as one more dimension.
 */
public final class LeafValues {
  private LeafValues() {}

  /** The sizes of a leaf; of a complex one with 2 as the last. */
  public static int[] dims(Variable leaf) {
    int[] dims = sizes(leaf);
    if (!leaf.form().isComplex()) {
      return dims;
    }
    int[] all = Arrays.copyOf(dims, dims.length + 1);
    all[dims.length] = 2;
    return all;
  }

  /**
   * The values of a leaf in a row of the model.
   *
   * @param row in storage order; caller keeps
   * @param from where the leaf starts in the row
   */
  public static double[] rowMajor(Variable leaf, double[] row, int from) {
    int size = leaf.size();
    boolean matrix = leaf.form().isMatrix();
    int[] dims = sizes(leaf);
    if (!leaf.form().isComplex()) {
      return Values.rowMajor(Arrays.copyOfRange(row, from, from + size), dims, matrix);
    }
    int n = size / 2;
    double[] real = Values.rowMajor(Arrays.copyOfRange(row, from, from + n), dims, matrix);
    double[] imaginary =
        Values.rowMajor(Arrays.copyOfRange(row, from + n, from + size), dims, matrix);
    double[] pairs = new double[size];
    for (int i = 0; i < n; i++) {
      pairs[2 * i] = real[i];
      pairs[2 * i + 1] = imaginary[i];
    }
    return pairs;
  }

  private static int[] sizes(Variable leaf) {
    return leaf.dims().stream().mapToInt(Integer::intValue).toArray();
  }
}
