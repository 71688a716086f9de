package org.stanj.compiler.syntax;

import org.stanj.compiler.source.Span;

/** What {@code print}, {@code reject} and {@code fatal_error} put together. */
public sealed interface Printable {
  /** Where it stands. */
  Span span();

  /** Calls the visitor's method for this kind of printable. */
  <R> R accept(Visitor<R> visitor);

  /** A string, without its quotes. */
  record Text(String text, Span span) implements Printable {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** The value of an expression. */
  record Value(Expression value, Span span) implements Printable {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.value(this);
    }
  }

  /** One method for each kind of printable. */
  interface Visitor<R> {
    R text(Text node);

    R value(Value node);
  }
}
