package org.stanj.compiler.syntax;

import org.stanj.compiler.source.Span;

/** One position between the brackets of an index. */
public sealed interface Index {
  /** Where the index stands; an omitted one has an empty span before the comma or bracket. */
  Span span();

  /** Calls the visitor's method for this kind of index. */
  <R> R accept(Visitor<R> visitor);

  /** An expression: an int picks one element, an array of ints picks several (types decide). */
  record Single(Expression value, Span span) implements Index {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.single(this);
    }
  }

  /** {@code :} or nothing at all. */
  record All(Span span) implements Index {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.all(this);
    }
  }

  /** {@code lower:}. */
  record From(Expression lower, Span span) implements Index {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.from(this);
    }
  }

  /** {@code :upper}. */
  record UpTo(Expression upper, Span span) implements Index {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.upTo(this);
    }
  }

  /** {@code lower:upper}. */
  record Between(Expression lower, Expression upper, Span span) implements Index {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.between(this);
    }
  }

  /** One method for each kind of index. */
  interface Visitor<R> {
    R single(Single node);

    R all(All node);

    R from(From node);

    R upTo(UpTo node);

    R between(Between node);
  }
}
