package org.stanj.runtime.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A variable of the output with its sizes: a tree, since tuples have members.
 *
 * <p>In storage order the leaves of the tree lie one after the other; a leaf inside arrays of
 * tuples holds its values for all of their elements, and a complex leaf first all real parts, then
 * all imaginary parts.
 *
 * @param name as declared; of a member of a tuple as data files name it, {@code t.1}
 * @param block where it is declared
 * @param form what its innermost elements are
 * @param dims all sizes: array dimensions first, then those of the vector or matrix; of a member
 *     without those of the arrays of tuples around it
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
    COMPLEX_VECTOR,
    COMPLEX_ROW_VECTOR,
    COMPLEX_MATRIX,
    TUPLE;

    /** Whether each element is a real and an imaginary part. */
    public boolean isComplex() {
      return switch (this) {
        case COMPLEX, COMPLEX_VECTOR, COMPLEX_ROW_VECTOR, COMPLEX_MATRIX -> true;
        default -> false;
      };
    }

    /** Whether the last two sizes are rows and columns, stored by columns. */
    public boolean isMatrix() {
      return this == MATRIX || this == COMPLEX_MATRIX;
    }
  }

  public Variable {
    dims = List.copyOf(dims);
    unconstrainedDims = List.copyOf(unconstrainedDims);
    members = List.copyOf(members);
  }

  /** Number of values in a row. */
  public int size() {
    return product(dims) * valuesOfOne(Variable::size);
  }

  /** Number of unconstrained parameters; 0 outside the parameters block. */
  public int unconstrainedSize() {
    if (block != Block.PARAMETERS) {
      return 0;
    }
    List<Integer> free = form == Form.TUPLE ? dims : unconstrainedDims;
    return product(free) * valuesOfOne(Variable::unconstrainedSize);
  }

  private int valuesOfOne(java.util.function.ToIntFunction<Variable> ofMember) {
    if (form == Form.TUPLE) {
      return members.stream().mapToInt(ofMember).sum();
    }
    return form.isComplex() ? 2 : 1;
  }

  private static int product(List<Integer> sizes) {
    return sizes.stream().reduce(1, (a, b) -> a * b);
  }

  /** The leaves of the tree, each with the sizes of the arrays of tuples around it. */
  public List<Variable> leaves() {
    if (form != Form.TUPLE) {
      return List.of(this);
    }
    List<Variable> leaves = new ArrayList<>();
    for (Variable member : members) {
      member.leaves().forEach(leaf -> leaves.add(leaf.inside(dims)));
    }
    return leaves;
  }

  private Variable inside(List<Integer> arrays) {
    List<Integer> all = new ArrayList<>(arrays);
    all.addAll(dims);
    return new Variable(name, block, form, all, unconstrainedDims, members);
  }

  /** Of a leaf: how far one step of each index goes in storage order. */
  public int[] strides() {
    int rank = dims.size();
    int[] strides = new int[rank];
    int step = 1;
    int last = rank;
    if (form.isMatrix()) {
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
