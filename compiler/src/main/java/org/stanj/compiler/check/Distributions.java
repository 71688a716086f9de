package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Statement;
import org.stanj.compiler.syntax.Truncation;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/** Statements {@code y ~ foo(a) T[L, U]}. */
final class Distributions {
  private static final List<String> DENSITIES = List.of("_lpdf", "_lpmf", "_log");

  private final Session session;
  private final Expressions expressions;

  Distributions(Session session, Expressions expressions) {
    this.session = session;
    this.expressions = expressions;
  }

  TypedStmt check(Statement.Distribution node) {
    if (!session.place().allowsTarget()) {
      throw DiagnosticException.of(ErrorCode.TARGET_PLACE, node.span());
    }
    if (LaplaceArguments.has(node.distribution().name() + "_lpmf")) {
      return laplace(node);
    }
    expressions.calls().warnOfDeprecated(node.distribution());
    List<TypedExpr> arguments = new ArrayList<>();
    arguments.add(expressions.check(node.outcome()));
    arguments.addAll(expressions.checkAll(node.arguments()));
    Optional<TypedExpr> lower = node.truncation().flatMap(Truncation::lower).map(this::bound);
    Optional<TypedExpr> upper = node.truncation().flatMap(Truncation::upper).map(this::bound);
    TypedExpr density = density(node, arguments);
    return lower.isEmpty() && upper.isEmpty()
        ? new TypedStmt.AddTarget(density, node.span())
        : truncated(node, arguments, density, lower, upper);
  }

  private TypedStmt laplace(Statement.Distribution node) {
    List<Expression> arguments = new ArrayList<>(node.arguments());
    arguments.add(0, node.outcome());
    String density = node.distribution().name() + "_lupmf";
    return new TypedStmt.AddTarget(
        expressions.calls().functional(density, arguments, node.span()), node.span());
  }

  private TypedExpr density(Statement.Distribution node, List<TypedExpr> arguments) {
    String name = node.distribution().name();
    List<String> names =
        DENSITIES.stream().map(s -> name + s).filter(expressions.calls()::exists).toList();
    if (names.isEmpty()) {
      throw unknown(name, node.span());
    }
    boolean mass = names.stream().allMatch(n -> n.endsWith("_lpmf"));
    TypedExpr density =
        expressions
            .calls()
            .call(names, name + (mass ? "_lupmf" : "_lupdf"), arguments, node.span());
    if (!density.type().equals(StanType.REAL)) {
      throw DiagnosticException.of(
          ErrorCode.DENSITY_RESULT, node.span(), name, density.type().toString());
    }
    if (names.get(0).endsWith("_log")) {
      session.warnOfOldName(node.span(), names.get(0), name + "_lpdf or " + name + "_lpmf");
    }
    return density;
  }

  private DiagnosticException unknown(String name, Span span) {
    if (NameRules.conditionalSuffix(name).isPresent() || name.endsWith("_log")) {
      return DiagnosticException.of(ErrorCode.SUFFIX_AFTER_TILDE, span, name);
    }
    TreeSet<String> known = new TreeSet<>();
    for (String function : Library.stanNames()) {
      if (NameRules.isDensity(function)) {
        known.add(function.substring(0, function.length() - "_lpdf".length()));
      }
    }
    return DiagnosticException.of(
        ErrorCode.UNDECLARED_DISTRIBUTION, span, name, Suggestion.hint(name, known));
  }

  private TypedStmt truncated(
      Statement.Distribution node,
      List<TypedExpr> arguments,
      TypedExpr density,
      Optional<TypedExpr> lower,
      Optional<TypedExpr> upper) {
    TypedExpr outcome = arguments.get(0);
    boolean ints =
        outcome.type().isInt() && Stream.concat(lower.stream(), upper.stream()).allMatch(isInt());
    StanType common = ints ? StanType.INT : StanType.REAL;
    Optional<TypedExpr> from = lower.map(e -> Types.promote(e, common));
    Optional<TypedExpr> to = upper.map(e -> Types.promote(e, common));
    List<TypedExpr> passed = new ArrayList<>(arguments);
    passed.set(0, ints ? outcome : Types.promote(outcome, Types.real(outcome.type())));
    return new Truncating(expressions, node.distribution().name(), passed, node.span())
        .statement(density, from, to);
  }

  private static Predicate<TypedExpr> isInt() {
    return e -> e.type().isInt();
  }

  private TypedExpr bound(Expression e) {
    TypedExpr bound = expressions.check(e);
    if (!Types.promotes(bound.type(), StanType.REAL)) {
      throw DiagnosticException.of(ErrorCode.TRUNCATION_BOUND, e.span(), bound.type().toString());
    }
    return bound;
  }
}
