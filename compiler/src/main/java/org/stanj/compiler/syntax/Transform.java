package org.stanj.compiler.syntax;

import java.util.Optional;

/** What stands between {@code <} and {@code >} in a declared type. */
public sealed interface Transform {
  /** Calls the visitor's method for this kind of transform. */
  <R> R accept(Visitor<R> visitor);

  /** No transform is written. */
  record Identity() implements Transform {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.identity(this);
    }
  }

  /** {@code lower=}, {@code upper=} or both; at least one is present. */
  record Bounds(Optional<Expression> lower, Optional<Expression> upper) implements Transform {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bounds(this);
    }
  }

  /** {@code offset=}, {@code multiplier=} or both; at least one is present. */
  record Affine(Optional<Expression> offset, Optional<Expression> multiplier) implements Transform {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.affine(this);
    }
  }

  /** One method for each kind of transform. */
  interface Visitor<R> {
    R identity(Identity node);

    R bounds(Bounds node);

    R affine(Affine node);
  }
}
