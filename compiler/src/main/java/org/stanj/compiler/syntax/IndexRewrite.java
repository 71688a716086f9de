package org.stanj.compiler.syntax;

import java.util.function.UnaryOperator;

/**
 * Replaces the expressions inside indices.
 *
 * @param single is applied to those that stand alone
 * @param bound is applied to the bounds of ranges
 */
record IndexRewrite(UnaryOperator<Expression> single, UnaryOperator<Expression> bound)
    implements Index.Visitor<Index> {
  @Override
  public Index single(Index.Single node) {
    return new Index.Single(single.apply(node.value()), node.span());
  }

  @Override
  public Index all(Index.All node) {
    return node;
  }

  @Override
  public Index from(Index.From node) {
    return new Index.From(bound.apply(node.lower()), node.span());
  }

  @Override
  public Index upTo(Index.UpTo node) {
    return new Index.UpTo(bound.apply(node.upper()), node.span());
  }

  @Override
  public Index between(Index.Between node) {
    return new Index.Between(bound.apply(node.lower()), bound.apply(node.upper()), node.span());
  }
}
