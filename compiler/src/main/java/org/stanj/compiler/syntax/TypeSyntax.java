package org.stanj.compiler.syntax;

import java.util.List;
import org.stanj.compiler.source.Span;

/** A type with its sizes and constraints, as a declaration of a variable gives it. */
public sealed interface TypeSyntax {
  /** Where the type stands. */
  Span span();

  /** Calls the visitor's method for this kind of type. */
  <R> R accept(Visitor<R> visitor);

  /**
   * {@code int<lower=0>}, {@code vector<offset=m>[N]} and the like. Local declarations always have
   * {@link Transform.Identity}.
   *
   * @param sizes as many as {@link BasicType#sizes()}
   */
  record Basic(BasicType type, Transform transform, List<Expression> sizes, Span span)
      implements TypeSyntax {
    public Basic {
      sizes = List.copyOf(sizes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.basic(this);
    }
  }

  /**
   * {@code simplex[K]}, {@code cholesky_factor_cov[M, N]} and the like; never in a local
   * declaration.
   *
   * @param sizes one or two, as the type allows
   */
  record Constrained(ConstrainedType type, List<Expression> sizes, Span span)
      implements TypeSyntax {
    public Constrained {
      sizes = List.copyOf(sizes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constrained(this);
    }
  }

  /** {@code array[sizes] element}; at least one size, and the element is not an array. */
  record Array(List<Expression> sizes, TypeSyntax element, Span span) implements TypeSyntax {
    public Array {
      sizes = List.copyOf(sizes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.array(this);
    }
  }

  /** {@code tuple(a, b)}; at least one element. */
  record Tuple(List<TypeSyntax> elements, Span span) implements TypeSyntax {
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

    R constrained(Constrained node);

    R array(Array node);

    R tuple(Tuple node);
  }
}
