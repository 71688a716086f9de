package org.stanj.compiler.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;

/**
 * Judges the left sides of statements with {@code ~}, and the first arguments of calls and
 * operators that are added to the target: a variable that stands there more than once, and values
 * that are no linear function of variables.
 */
final class Tildes {
  private final Map<Symbol, Integer> counts = new HashMap<>();
  private final Map<Symbol, Span> first = new HashMap<>();
  private final Warnings warnings;

  Tildes(Warnings warnings) {
    this.warnings = warnings;
  }

  void check(Step step, KnownLocals copies) {
    if (step instanceof Step.Factor factor
        && (factor.source() == Step.Source.TILDE || factor.source() == Step.Source.INCREMENT)) {
      TypedExpr value = factor.expressions().get(0);
      leftSide(value)
          .filter(side -> isDensity(value) && !Linearity.isLinear(side))
          .ifPresent(side -> warnings.add(ErrorCode.NON_LINEAR_LEFT_SIDE, factor.span()));
      leftSide(value)
          .map(copies::resolve)
          .filter(TypedExpr.Reference.class::isInstance)
          .map(TypedExpr.Reference.class::cast)
          .ifPresent(reference -> count(reference.symbol(), factor.span()));
    }
  }

  private void count(Symbol symbol, Span span) {
    first.putIfAbsent(symbol, span);
    if (counts.merge(symbol, 1, Integer::sum) == 2) {
      warnings.add(ErrorCode.SEVERAL_TILDES, first.get(symbol), symbol.name());
    }
  }

  private static boolean isDensity(TypedExpr e) {
    String name =
        e instanceof TypedExpr.LibraryCall library
            ? library.function().name()
            : e instanceof TypedExpr.UserCall user ? user.function().name() : "";
    return name.endsWith("_lpdf") || name.endsWith("_lpmf");
  }

  /** The first operand or argument. */
  private static Optional<TypedExpr> leftSide(TypedExpr e) {
    boolean applied =
        e instanceof TypedExpr.LibraryCall
            || e instanceof TypedExpr.UserCall
            || e instanceof TypedExpr.Unary
            || e instanceof TypedExpr.Binary;
    List<TypedExpr> operands = applied ? Subexpressions.of(e) : List.of();
    return operands.stream().findFirst();
  }
}
