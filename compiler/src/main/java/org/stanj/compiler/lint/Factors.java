package org.stanj.compiler.lint;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedExpr.BinaryOp;

/** Divides what a statement adds to the density into its terms. */
final class Factors {
  private Factors() {}

  /**
   * A term.
   *
   * @param index its number within the statement
   */
  record Term(Step.Source source, Span span, int index, List<TypedExpr> expressions) {
    /** By place, since comparing large expressions would be slow. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Term term
          && source == term.source
          && index == term.index
          && span.equals(term.span);
    }

    @Override
    public int hashCode() {
      return span.hashCode() * 31 + index;
    }
  }

  /** A sum has one term for each summand, but a product and what is added to it stay together. */
  static List<Term> of(Step.Factor factor) {
    List<TypedExpr> expressions = factor.expressions();
    List<Term> terms = new ArrayList<>();
    if (expressions.size() != 1 || factor.source() == Step.Source.REJECTION) {
      terms.add(new Term(factor.source(), factor.span(), 0, expressions));
      return terms;
    }
    for (TypedExpr summand : summands(expressions.get(0))) {
      terms.add(new Term(factor.source(), factor.span(), terms.size(), List.of(summand)));
    }
    return terms;
  }

  private static List<TypedExpr> summands(TypedExpr sum) {
    List<TypedExpr> found = new ArrayList<>();
    TypedExpr rest = sum;
    while (rest instanceof TypedExpr.Binary binary
        && binary.operator() == BinaryOp.ADD
        && !isProduct(binary.left())
        && !isProduct(binary.right())) {
      found.addAll(summands(binary.right()));
      rest = binary.left();
    }
    found.add(rest);
    return found;
  }

  private static boolean isProduct(TypedExpr e) {
    return e instanceof TypedExpr.Binary binary && binary.operator() == BinaryOp.MULTIPLY;
  }
}
