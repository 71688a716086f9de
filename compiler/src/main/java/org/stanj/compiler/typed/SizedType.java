package org.stanj.compiler.typed;

import java.util.List;

/**
 * A type with its sizes and constraint.
 *
 * @param sizes array sizes first, then those of the vector or matrix type as written (for a square
 *     type such as {@code corr_matrix[K]} the one size; for {@code cholesky_factor_cov[M, N]}
 *     both); of an array of tuples the array sizes only
 * @param transform the constraint; None for locals and tuples
 * @param members of a tuple: what each is under the arrays
 */
public record SizedType(
    StanType type, List<TypedExpr> sizes, Transform transform, List<SizedType> members) {
  public SizedType {
    sizes = List.copyOf(sizes);
    members = List.copyOf(members);
  }

  /** A type that is no tuple. */
  public SizedType(StanType type, List<TypedExpr> sizes, Transform transform) {
    this(type, sizes, transform, List.of());
  }
}
