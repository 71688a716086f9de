package org.stanj.compiler.core;

/**
 * Type of a core variable: a scalar (rank 0) or a dense container.
 *
 * <p>Containers are flat: element (i₁, ..., iᵣ) counts from 0, the last index runs fastest; where
 * {@code matrix} is set, the last two indices are row and column of a matrix stored by columns, so
 * the row index runs fastest, then the column, then the array indices from the last to the first.
 *
 * @param rank number of dimensions
 * @param matrix whether the last two dimensions are those of a matrix
 */
public record CoreType(Kind kind, int rank, boolean matrix) {
  public static final CoreType INT = new CoreType(Kind.INT, 0, false);
  public static final CoreType REAL = new CoreType(Kind.REAL, 0, false);
  public static final CoreType REALS = new CoreType(Kind.REAL, 1, false);
  public static final CoreType INTS = new CoreType(Kind.INT, 1, false);

  public CoreType {
    if (rank < 0 || (matrix && rank < 2)) {
      throw new IllegalArgumentException("rank " + rank + ", matrix " + matrix);
    }
  }

  public boolean isScalar() {
    return rank == 0;
  }

  /** The type that is left when the first {@code n} indices are given. */
  public CoreType drop(int n) {
    return new CoreType(kind, rank - n, matrix && rank - n >= 2);
  }

  /** By hand, as it is a part of comparing variables. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof CoreType t && kind == t.kind && rank == t.rank && matrix == t.matrix);
  }

  @Override
  public int hashCode() {
    return 4 * rank + 2 * kind.ordinal() + (matrix ? 1 : 0);
  }

  @Override
  public String toString() {
    String base = kind == Kind.INT ? "int" : "real";
    return isScalar() ? base : base + "[" + rank + (matrix ? "m" : "") + "]";
  }
}
