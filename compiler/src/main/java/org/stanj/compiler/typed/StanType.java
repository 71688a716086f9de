package org.stanj.compiler.typed;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Stan type without sizes: a base under a number of array dimensions.
 *
 * @param members of a tuple base, else empty
 */
public record StanType(Base base, int arrays, List<StanType> members) {
  public static final StanType VOID = of(Base.VOID);
  public static final StanType INT = of(Base.INT);
  public static final StanType REAL = of(Base.REAL);
  public static final StanType VECTOR = of(Base.VECTOR);
  public static final StanType ROW_VECTOR = of(Base.ROW_VECTOR);
  public static final StanType MATRIX = of(Base.MATRIX);

  /** What the innermost elements are; the order is that of no promotion. */
  public enum Base {
    VOID("void", 0),
    INT("int", 0),
    REAL("real", 0),
    VECTOR("vector", 1),
    ROW_VECTOR("row_vector", 1),
    MATRIX("matrix", 2),
    COMPLEX("complex", 0),
    COMPLEX_VECTOR("complex_vector", 1),
    COMPLEX_ROW_VECTOR("complex_row_vector", 1),
    COMPLEX_MATRIX("complex_matrix", 2),
    TUPLE("tuple", 0);

    private final String text;
    private final int rank;

    Base(String text, int rank) {
      this.text = text;
      this.rank = rank;
    }

    /** Number of dimensions of the base itself. */
    public int rank() {
      return rank;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  public StanType {
    members = List.copyOf(members);
  }

  public static StanType of(Base base) {
    return new StanType(base, 0, List.of());
  }

  public static StanType arrayOf(StanType element, int dims) {
    return new StanType(element.base, element.arrays + dims, element.members);
  }

  public static StanType tupleOf(List<StanType> members) {
    return new StanType(Base.TUPLE, 0, members);
  }

  /** Number of indices that lead to a scalar. */
  public int rank() {
    return arrays + base.rank();
  }

  public boolean isScalar() {
    return rank() == 0 && base != Base.TUPLE && base != Base.VOID;
  }

  public boolean isArray() {
    return arrays > 0;
  }

  /** Whether the innermost scalars are ints. */
  public boolean isInt() {
    return base == Base.INT;
  }

  /** The element type of an array. */
  public StanType element() {
    if (arrays == 0) {
      throw new IllegalStateException("not an array: " + this);
    }
    return new StanType(base, arrays - 1, members);
  }

  @Override
  public String toString() {
    String text =
        base == Base.TUPLE
            ? members.stream()
                .map(StanType::toString)
                .collect(Collectors.joining(", ", "tuple(", ")"))
            : base.toString();
    return arrays == 0 ? text : "array[" + ",".repeat(arrays - 1) + "] " + text;
  }
}
