package org.stanj.compiler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.LValue;

/** Reads the expression on the left of an assignment as a place to assign to. */
final class LValueBuilder {
  private LValueBuilder() {}

  /** The place, or empty if the expression is none. */
  static Optional<LValue> build(Expression expression) {
    return expression instanceof Expression.TupleLiteral tuple ? pack(tuple) : single(expression);
  }

  private static Optional<LValue> pack(Expression.TupleLiteral tuple) {
    List<LValue> elements = new ArrayList<>();
    for (Expression element : tuple.elements()) {
      build(element).ifPresent(elements::add);
    }
    return elements.size() == tuple.elements().size()
        ? Optional.of(new LValue.Pack(elements, tuple.span()))
        : Optional.empty();
  }

  private static Optional<LValue> single(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      return Optional.of(new LValue.Name(variable.name(), variable.span()));
    }
    if (expression instanceof Expression.Indexed indexed) {
      return single(indexed.base())
          .map(base -> new LValue.Element(base, indexed.indices(), indexed.span()));
    }
    if (expression instanceof Expression.Projection projection) {
      return single(projection.tuple())
          .map(base -> new LValue.Component(base, projection.position(), projection.span()));
    }
    return Optional.empty();
  }
}
