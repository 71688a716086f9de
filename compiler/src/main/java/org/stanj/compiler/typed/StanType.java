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

  /** A function of the program, as bodies of the library see it. */
  public static final StanType FUNCTION = of(Base.FUNCTION);

  public static final StanType INT = of(Base.INT);
  public static final StanType REAL = of(Base.REAL);
  public static final StanType VECTOR = of(Base.VECTOR);
  public static final StanType ROW_VECTOR = of(Base.ROW_VECTOR);
  public static final StanType MATRIX = of(Base.MATRIX);
  public static final StanType COMPLEX = of(Base.COMPLEX);
  public static final StanType COMPLEX_VECTOR = of(Base.COMPLEX_VECTOR);
  public static final StanType COMPLEX_ROW_VECTOR = of(Base.COMPLEX_ROW_VECTOR);
  public static final StanType COMPLEX_MATRIX = of(Base.COMPLEX_MATRIX);

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
    TUPLE("tuple", 0),
    FUNCTION("function", 0);

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
    return rank() == 0 && base != Base.TUPLE && base != Base.VOID && base != Base.FUNCTION;
  }

  public boolean isArray() {
    return arrays > 0;
  }

  /** Whether the innermost scalars are ints. */
  public boolean isInt() {
    return base == Base.INT;
  }

  /** Whether the innermost scalars are complex. */
  public boolean isComplex() {
    return switch (base) {
      case COMPLEX, COMPLEX_VECTOR, COMPLEX_ROW_VECTOR, COMPLEX_MATRIX -> true;
      default -> false;
    };
  }

  /** The same shape with real scalars instead of complex ones. */
  public StanType realPart() {
    return switch (base) {
      case COMPLEX -> new StanType(Base.REAL, arrays, List.of());
      case COMPLEX_VECTOR -> new StanType(Base.VECTOR, arrays, List.of());
      case COMPLEX_ROW_VECTOR -> new StanType(Base.ROW_VECTOR, arrays, List.of());
      case COMPLEX_MATRIX -> new StanType(Base.MATRIX, arrays, List.of());
      default -> this;
    };
  }

  /** The same shape with complex scalars instead of int or real ones. */
  public StanType complexified() {
    return switch (base) {
      case INT, REAL -> new StanType(Base.COMPLEX, arrays, List.of());
      case VECTOR -> new StanType(Base.COMPLEX_VECTOR, arrays, List.of());
      case ROW_VECTOR -> new StanType(Base.COMPLEX_ROW_VECTOR, arrays, List.of());
      case MATRIX -> new StanType(Base.COMPLEX_MATRIX, arrays, List.of());
      default -> this;
    };
  }

  /** Whether it is a tuple, or an array of tuples. */
  public boolean isTuple() {
    return base == Base.TUPLE;
  }

  /** Whether a value has several components: tuples and complex numbers, and arrays of them. */
  public boolean isComposite() {
    return isTuple() || isComplex();
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
