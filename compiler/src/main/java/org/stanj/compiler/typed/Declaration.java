package org.stanj.compiler.typed;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.Span;

/**
 * A declaration with its sizes.
 *
 * @param initial the value it is declared with
 * @param span of the whole declaration from its type on, as stanc reports it
 */
public record Declaration(Symbol symbol, SizedType sized, Optional<TypedExpr> initial, Span span) {
  /** As {@link SizedType#sizes}. */
  public List<TypedExpr> sizes() {
    return sized.sizes();
  }

  /** As {@link SizedType#transform}. */
  public Transform transform() {
    return sized.transform();
  }
}
