package org.stanj.compiler.syntax;

/** Vectors and matrices whose type name is a constraint. */
public enum ConstrainedType {
  SIMPLEX("simplex", BasicType.VECTOR),
  UNIT_VECTOR("unit_vector", BasicType.VECTOR),
  ORDERED("ordered", BasicType.VECTOR),
  POSITIVE_ORDERED("positive_ordered", BasicType.VECTOR),
  SUM_TO_ZERO_VECTOR("sum_to_zero_vector", BasicType.VECTOR),
  SUM_TO_ZERO_MATRIX("sum_to_zero_matrix", BasicType.MATRIX),
  CHOLESKY_FACTOR_CORR("cholesky_factor_corr", BasicType.MATRIX),
  CHOLESKY_FACTOR_COV("cholesky_factor_cov", BasicType.MATRIX),
  CORR_MATRIX("corr_matrix", BasicType.MATRIX),
  COV_MATRIX("cov_matrix", BasicType.MATRIX),
  ROW_STOCHASTIC_MATRIX("row_stochastic_matrix", BasicType.MATRIX),
  COLUMN_STOCHASTIC_MATRIX("column_stochastic_matrix", BasicType.MATRIX);

  private final String keyword;
  private final BasicType shape;

  ConstrainedType(String keyword, BasicType shape) {
    this.keyword = keyword;
    this.shape = shape;
  }

  /** How the type is written. */
  public String keyword() {
    return keyword;
  }

  /** The type of its values: vector or matrix. */
  public BasicType shape() {
    return shape;
  }
}
