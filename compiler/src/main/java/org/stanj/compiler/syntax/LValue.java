package org.stanj.compiler.syntax;

import java.util.List;
import org.stanj.compiler.source.Span;

/** What may stand on the left of an assignment. */
public sealed interface LValue {
  /** Where it stands. */
  Span span();

  /** Calls the visitor's method for this kind of lvalue. */
  <R> R accept(Visitor<R> visitor);

  /** The expression that reads what this lvalue writes. */
  Expression toExpression();

  /** A whole variable. */
  record Name(String name, Span span) implements LValue {
    @Override
    public Expression toExpression() {
      return new Expression.Variable(name, span);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.name(this);
    }
  }

  /** {@code base[indices]}; the base is not a pack. */
  record Element(LValue base, List<Index> indices, Span span) implements LValue {
    public Element {
      indices = List.copyOf(indices);
    }

    @Override
    public Expression toExpression() {
      return new Expression.Indexed(base.toExpression(), indices, span);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.element(this);
    }
  }

  /**
   * {@code base.position}; the base is not a pack.
   *
   * @param position from 1
   */
  record Component(LValue base, int position, Span span) implements LValue {
    @Override
    public Expression toExpression() {
      return new Expression.Projection(base.toExpression(), position, span);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.component(this);
    }
  }

  /** {@code (a, b[1])}: takes a tuple apart. */
  record Pack(List<LValue> elements, Span span) implements LValue {
    public Pack {
      elements = List.copyOf(elements);
    }

    @Override
    public Expression toExpression() {
      return new Expression.TupleLiteral(
          elements.stream().map(LValue::toExpression).toList(), span);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pack(this);
    }
  }

  /** One method for each kind of lvalue. */
  interface Visitor<R> {
    R name(Name node);

    R element(Element node);

    R component(Component node);

    R pack(Pack node);
  }
}
