package org.stanj.compiler.syntax;

/** The types without a constraint of their own that are neither arrays nor tuples. */
public enum BasicType {
  INT("int", 0),
  REAL("real", 0),
  COMPLEX("complex", 0),
  VECTOR("vector", 1),
  ROW_VECTOR("row_vector", 1),
  MATRIX("matrix", 2),
  COMPLEX_VECTOR("complex_vector", 1),
  COMPLEX_ROW_VECTOR("complex_row_vector", 1),
  COMPLEX_MATRIX("complex_matrix", 2);

  private final String keyword;
  private final int sizes;

  BasicType(String keyword, int sizes) {
    this.keyword = keyword;
    this.sizes = sizes;
  }

  /** How the type is written. */
  public String keyword() {
    return keyword;
  }

  /** The number of sizes that a declaration gives. */
  public int sizes() {
    return sizes;
  }
}
