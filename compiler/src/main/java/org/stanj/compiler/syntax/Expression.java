package org.stanj.compiler.syntax;

import java.util.List;
import org.stanj.compiler.source.Span;

/** An expression as written, parentheses included. */
public sealed interface Expression {
  /** Where the expression stands. */
  Span span();

  /** Calls the visitor's method for this kind of expression. */
  <R> R accept(Visitor<R> visitor);

  /** A whole number such as {@code 1_000}. */
  record IntLiteral(int value, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.intLiteral(this);
    }
  }

  /**
   * A real number such as {@code 1.5e-3}.
   *
   * @param text as written, but without digit separators
   */
  record RealLiteral(String text, Span span) implements Expression {
    /** The nearest double. */
    public double value() {
      return Double.parseDouble(text);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.realLiteral(this);
    }
  }

  /**
   * An imaginary number such as {@code 2.5i}.
   *
   * @param text the number as written, but without digit separators and without the {@code i}
   */
  record ImaginaryLiteral(String text, Span span) implements Expression {
    /** The imaginary part, as the nearest double. */
    public double value() {
      return Double.parseDouble(text);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.imaginaryLiteral(this);
    }
  }

  /** A variable, or a function's name where it is handed to another function. */
  record Variable(String name, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.variable(this);
    }
  }

  /** {@code function(arguments)}. */
  record Call(Identifier function, List<Expression> arguments, Span span) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /**
   * {@code function(outcome | arguments)}. Also {@code foo_lpdf(outcome)} for a function whose name
   * has the suffix of a density, mass or cumulative distribution function.
   */
  record ConditionalCall(
      Identifier function, Expression outcome, List<Expression> arguments, Span span)
      implements Expression {
    public ConditionalCall {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditionalCall(this);
    }
  }

  /** {@code target()}, the log density so far. */
  record Target(Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.target(this);
    }
  }

  /** {@code base[indices]}; at least one index. {@code a[1][2]} is two nested nodes. */
  record Indexed(Expression base, List<Index> indices, Span span) implements Expression {
    public Indexed {
      indices = List.copyOf(indices);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.indexed(this);
    }
  }

  /**
   * {@code tuple.position}.
   *
   * @param position from 1
   */
  record Projection(Expression tuple, int position, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.projection(this);
    }
  }

  /** {@code (a, b)}, or {@code (a,)} with one element. */
  record TupleLiteral(List<Expression> elements, Span span) implements Expression {
    public TupleLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tupleLiteral(this);
    }
  }

  /** <code>{a, b}</code>; never empty. */
  record ArrayLiteral(List<Expression> elements, Span span) implements Expression {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayLiteral(this);
    }
  }

  /** {@code [a, b]}, a row vector, or a matrix if its elements are row vectors; may be empty. */
  record RowVectorLiteral(List<Expression> elements, Span span) implements Expression {
    public RowVectorLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rowVectorLiteral(this);
    }
  }

  /** A prefix or postfix operator with its operand. */
  record Unary(UnaryOp operator, Expression operand, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** {@code left operator right}. Chains of one level lean left and may be thousands deep. */
  record Binary(BinaryOp operator, Expression left, Expression right, Span span)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code condition ? whenTrue : whenFalse}. */
  record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, Span span)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** {@code (inner)}. */
  record Parenthesized(Expression inner, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parenthesized(this);
    }
  }

  /** One method for each kind of expression. */
  interface Visitor<R> {
    R intLiteral(IntLiteral node);

    R realLiteral(RealLiteral node);

    R imaginaryLiteral(ImaginaryLiteral node);

    R variable(Variable node);

    R call(Call node);

    R conditionalCall(ConditionalCall node);

    R target(Target node);

    R indexed(Indexed node);

    R projection(Projection node);

    R tupleLiteral(TupleLiteral node);

    R arrayLiteral(ArrayLiteral node);

    R rowVectorLiteral(RowVectorLiteral node);

    R unary(Unary node);

    R binary(Binary node);

    R conditional(Conditional node);

    R parenthesized(Parenthesized node);
  }
}
