package org.stanj.runtime.model;

import java.util.List;

/**
 * A variable of the output with its sizes: a tree, since tuples have members.
 *
 * @param name as declared
 * @param block where it is declared
 * @param form what its innermost elements are
 * @param dims all sizes: array dimensions first, then those of the vector or matrix
 * @param unconstrainedDims sizes on the unconstrained scale (array dimensions, then the free
 *     elements); empty for a real, and for variables that are not parameters
 * @param members of a tuple
 */
public record Variable(
    String name,
    Block block,
    Form form,
    List<Integer> dims,
    List<Integer> unconstrainedDims,
    List<Variable> members) {

  /** The blocks whose variables are written. */
  public enum Block {
    PARAMETERS,
    TRANSFORMED_PARAMETERS,
    GENERATED_QUANTITIES
  }

  /** What the innermost elements are. */
  public enum Form {
    INT,
    REAL,
    VECTOR,
    ROW_VECTOR,
    MATRIX,
    COMPLEX,
    TUPLE
  }

  public Variable {
    dims = List.copyOf(dims);
    unconstrainedDims = List.copyOf(unconstrainedDims);
    members = List.copyOf(members);
  }

  /** Number of values in a row. */
  public int size() {
    return dims.stream().reduce(1, (a, b) -> a * b);
  }

  /** Number of unconstrained parameters; 0 outside the parameters block. */
  public int unconstrainedSize() {
    return block == Block.PARAMETERS ? unconstrainedDims.stream().reduce(1, (a, b) -> a * b) : 0;
  }

  /**
   * For each value in column order (CSV: first index fastest over all indices) its position in
   * storage order (arrays element by element, matrices column-major inside).
   */
  public int[] storageOfColumn() {
    int n = size();
    int[] order = new int[n];
    int[] index = new int[dims.size()];
    int[] strides = strides();
    for (int column = 0; column < n; column++) {
      int at = 0;
      for (int d = 0; d < index.length; d++) {
        at += index[d] * strides[d];
      }
      order[column] = at;
      for (int d = 0; d < index.length && ++index[d] == dims.get(d); d++) {
        index[d] = 0;
      }
    }
    return order;
  }

  private int[] strides() {
    int rank = dims.size();
    int[] strides = new int[rank];
    int step = 1;
    int last = rank;
    if (form == Form.MATRIX) {
      strides[rank - 2] = 1;
      strides[rank - 1] = dims.get(rank - 2);
      step = dims.get(rank - 2) * dims.get(rank - 1);
      last = rank - 2;
    }
    for (int d = last - 1; d >= 0; d--) {
      strides[d] = step;
      step *= dims.get(d);
    }
    return strides;
  }
}
