package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedIndex;
import org.stanj.compiler.typed.TypedStmt;

/**
 * The log probability of the interval of a truncated distribution: log(F(U) - F(L)), log(1 - F(L))
 * or log F(U). The interval includes its lower bound, so for ints L is the bound less 1. For a
 * container of outcomes with one set of arguments it is counted once for each outcome; with
 * containers among the arguments the two-sided one is taken element by element.
 */
final class Truncating {
  private final Expressions expressions;
  private final String distribution;
  private final TypedExpr variable;
  private final List<TypedExpr> arguments;
  private final Span span;

  /**
   * @param arguments the outcome first
   */
  Truncating(Expressions expressions, String distribution, List<TypedExpr> arguments, Span span) {
    this.expressions = expressions;
    this.distribution = distribution;
    this.variable = arguments.get(0);
    this.arguments = new ArrayList<>(arguments);
    this.span = span;
  }

  /** The statement that adds the density and subtracts the normaliser. */
  TypedStmt statement(TypedExpr density, Optional<TypedExpr> lower, Optional<TypedExpr> upper) {
    boolean oneSet = arguments.stream().skip(1).allMatch(a -> a.type().isScalar());
    boolean bothSides = lower.isPresent() && upper.isPresent();
    Optional<TypedStmt.Truncated.Each> each =
        oneSet || !bothSides ? Optional.empty() : Optional.of(each());
    TypedExpr one = ofOne(lower.map(this::below), upper);
    boolean several = arguments.get(0).type().rank() > 0;
    return new TypedStmt.Truncated(
        density, variable, lower, upper, several && oneSet ? timesCount(one) : one, each, span);
  }

  /** Puts elements in the place of the containers among the distribution's arguments. */
  private TypedStmt.Truncated.Each each() {
    Symbol index = new Symbol("element", StanType.INT, Symbol.Origin.LOOP, true, span);
    TypedIndex at = new TypedIndex.Single(new TypedExpr.Reference(index, span));
    Map<Symbol, TypedExpr> values = new LinkedHashMap<>();
    for (int i = 1; i < arguments.size(); i++) {
      TypedExpr a = arguments.get(i);
      if (!a.type().isScalar()) {
        Symbol symbol = new Symbol("argument", a.type(), Symbol.Origin.LOCAL, false, span);
        values.put(symbol, a);
        TypedExpr all = new TypedExpr.Reference(symbol, span);
        StanType type = a.type().isArray() ? a.type().element() : StanType.REAL;
        arguments.set(i, new TypedExpr.Indexed(all, List.of(at), type, span));
      }
    }
    return new TypedStmt.Truncated.Each(index, values);
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
    List<TypedExpr> passed = new ArrayList<>(arguments);
    passed.set(0, at);
    for (String needed : List.of("_lcdf", "_lccdf")) {
      if (!expressions.calls().fits(distribution + needed, passed)) {
        throw DiagnosticException.of(
            ErrorCode.TRUNCATION_NEEDS,
            span,
            distribution,
            distribution + needed,
            Types.list(Types.of(passed)));
      }
    }
    return function(distribution + suffix, passed);
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
