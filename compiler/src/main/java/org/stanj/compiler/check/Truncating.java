package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;

/**
 * The log probability of the interval of a truncated distribution: log(F(U) - F(L)), log(1 - F(L))
 * or log F(U). The interval includes its lower bound, so for ints L is the bound less 1. For a
 * container of outcomes with one set of arguments it is counted once for each outcome.
 */
final class Truncating {
  private final Expressions expressions;
  private final String distribution;
  private final List<TypedExpr> arguments;
  private final Span span;

  /**
   * @param arguments the outcome first
   */
  Truncating(Expressions expressions, String distribution, List<TypedExpr> arguments, Span span) {
    this.expressions = expressions;
    this.distribution = distribution;
    this.arguments = arguments;
    this.span = span;
  }

  TypedExpr normaliser(Optional<TypedExpr> lower, Optional<TypedExpr> upper) {
    boolean oneSet = arguments.stream().skip(1).allMatch(a -> a.type().isScalar());
    if (!oneSet && lower.isPresent() && upper.isPresent()) {
      throw DiagnosticException.of(
          ErrorCode.NOT_SUPPORTED,
          span,
          "Truncation on both sides with containers among the distribution's arguments is");
    }
    TypedExpr one = ofOne(lower.map(this::below), upper);
    boolean several = arguments.get(0).type().rank() > 0;
    return several && oneSet ? timesCount(one) : one;
  }

  private TypedExpr ofOne(Optional<TypedExpr> lower, Optional<TypedExpr> upper) {
    if (lower.isEmpty()) {
      return cumulative("_lcdf", upper.orElseThrow());
    }
    if (upper.isEmpty()) {
      return cumulative("_lccdf", lower.get());
    }
    return function(
        "log_diff_exp",
        List.of(cumulative("_lcdf", upper.get()), cumulative("_lcdf", lower.get())));
  }

  private TypedExpr below(TypedExpr lower) {
    if (!lower.type().isInt()) {
      return lower;
    }
    return new TypedExpr.Binary(
        TypedExpr.BinaryOp.SUBTRACT, lower, new TypedExpr.IntConstant(1, span), StanType.INT, span);
  }

  private TypedExpr cumulative(String suffix, TypedExpr at) {
    String name = distribution + suffix;
    List<TypedExpr> passed = new ArrayList<>(arguments);
    passed.set(0, at);
    if (!expressions.calls().fits(name, passed)) {
      throw DiagnosticException.of(
          ErrorCode.TRUNCATION_NEEDS, span, distribution, name, Types.list(Types.of(passed)));
    }
    return function(name, passed);
  }

  private TypedExpr timesCount(TypedExpr one) {
    TypedExpr count = function("num_elements", List.of(arguments.get(0)));
    return new TypedExpr.Binary(
        TypedExpr.BinaryOp.MULTIPLY, Types.promote(count, StanType.REAL), one, StanType.REAL, span);
  }

  private TypedExpr function(String name, List<TypedExpr> passed) {
    return expressions.calls().call(List.of(name), name, passed, span);
  }
}
