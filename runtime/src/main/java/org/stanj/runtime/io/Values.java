package org.stanj.runtime.io;

import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataException;

/**
 * The values of one name: its elements with the last index fastest, as nested JSON lists give them.
 *
 * @param elements not changed after construction
 * @param whole whether all were written as integers within 32 bits
 * @param dims sizes; none for a scalar
 */
record Values(double[] elements, boolean whole, int[] dims) {

  /** Values given with the first index fastest (R, CSV columns). */
  static Values ofColumnMajor(double[] columns, boolean whole, int[] dims) {
    int[] position = new int[dims.length];
    double[] rows = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      int at = 0;
      for (int d = 0; d < dims.length; d++) {
        at = at * dims[d] + position[d];
      }
      rows[at] = columns[i];
      for (int d = 0; d < dims.length && ++position[d] == dims[d]; d++) {
        position[d] = 0;
      }
    }
    return new Values(rows, whole, dims);
  }

  /**
   * @throws DataException if the sizes are not the declared ones; nothing is asked of the shape
   *     where both have no elements
   */
  void check(DataContext.Request request, int[] declared) {
    if (product(declared) == 0 && elements.length == 0) {
      return;
    }
    String about = "; processing stage=" + request.stage() + "; variable name=" + request.name();
    String sizes =
        "; dims declared="
            + DataException.dims(declared)
            + "; dims found="
            + DataException.dims(dims)
            + " "
            + request.where();
    if (declared.length != dims.length) {
      throw new DataException(
          "mismatch in number dimensions declared and found in context" + about + sizes);
    }
    for (int d = 0; d < dims.length; d++) {
      if (dims[d] != declared[d]) {
        throw new DataException(
            "mismatch in dimension declared and found in context"
                + about
                + "; position="
                + d
                + sizes);
      }
    }
  }

  /** The number of elements; the largest long where it is more. */
  static long product(int[] dims) {
    boolean none = false;
    long product = 1;
    for (int d : dims) {
      none |= d == 0;
      product = d > 0 && product > Long.MAX_VALUE / d ? Long.MAX_VALUE : product * d;
    }
    return none ? 0 : product;
  }

  /** Elements in storage order, a matrix by columns, with the last index fastest. */
  static double[] rowMajor(double[] stored, int[] dims, boolean matrix) {
    if (!matrix) {
      return stored;
    }
    int rows = dims[dims.length - 2];
    int columns = dims[dims.length - 1];
    double[] elements = new double[stored.length];
    for (int block = 0; block < stored.length; block += rows * columns) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          elements[block + r * columns + c] = stored[block + c * rows + r];
        }
      }
    }
    return elements;
  }

  /** Copies in storage order. */
  void copy(double[] into, int offset, boolean matrix) {
    if (!matrix) {
      System.arraycopy(elements, 0, into, offset, elements.length);
      return;
    }
    int rows = dims.length < 2 ? 0 : dims[dims.length - 2];
    int columns = dims.length < 2 ? 0 : dims[dims.length - 1];
    for (int block = 0; block < elements.length; block += rows * columns) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          into[offset + block + c * rows + r] = elements[block + r * columns + c];
        }
      }
    }
  }
}
