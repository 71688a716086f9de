package org.stanj.compiler.typed;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.Span;

/**
 * A declaration with its sizes.
 *
 * @param sizes array sizes first, then those of the vector or matrix type as written (for a square
 *     type such as {@code corr_matrix[K]} the one size; for {@code cholesky_factor_cov[M, N]} both)
 * @param transform the constraint; None for locals
 * @param initial the value it is declared with
 * @param span of the whole declaration from its type on, as stanc reports it
 */
public record Declaration(
    Symbol symbol,
    List<TypedExpr> sizes,
    Transform transform,
    Optional<TypedExpr> initial,
    Span span) {
  public Declaration {
    sizes = List.copyOf(sizes);
  }
}
