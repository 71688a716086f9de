package org.stanj.compiler.syntax;

import java.util.List;
import org.stanj.compiler.source.Span;

/** A type without sizes, as an argument or the result of a function has it. */
public sealed interface UnsizedType {
  /** Where the type stands. */
  Span span();

  /** Calls the visitor's method for this kind of type. */
  <R> R accept(Visitor<R> visitor);

  /** {@code real}, {@code vector} and the like. */
  record Basic(BasicType type, Span span) implements UnsizedType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.basic(this);
    }
  }

  /**
   * {@code array[,] element}.
   *
   * @param dimensions the number of dimensions, at least 1
   * @param element not an array
   */
  record Array(int dimensions, UnsizedType element, Span span) implements UnsizedType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.array(this);
    }
  }

  /** {@code tuple(a, b)}; at least one element. */
  record Tuple(List<UnsizedType> elements, Span span) implements UnsizedType {
    public Tuple {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tuple(this);
    }
  }

  /** One method for each kind of type. */
  interface Visitor<R> {
    R basic(Basic node);

    R array(Array node);

    R tuple(Tuple node);
  }
}
