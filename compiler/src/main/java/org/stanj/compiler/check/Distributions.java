package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
    if (Laplace.has(node.distribution().name() + "_lpmf")) {
      return laplace(node);
    }
    String name = node.distribution().name();
    LegacyNames.replacement(name)
        .ifPresent(modern -> session.warnOfDeprecated(node.distribution().span(), name, modern));
    List<TypedExpr> arguments = new ArrayList<>();
    arguments.add(expressions.check(node.outcome()));
    arguments.addAll(expressions.checkAll(node.arguments()));
    TypedExpr density = density(node, arguments);
    Optional<Truncation> truncation = node.truncation().filter(Distributions::hasBound);
    return truncation.isEmpty()
        ? new TypedStmt.AddTarget(density, node.span())
        : truncated(node, truncation.get(), density, arguments);
  }

  private TypedStmt laplace(Statement.Distribution node) {
    List<Expression> arguments = new ArrayList<>(node.arguments());
    arguments.add(0, node.outcome());
    String density = node.distribution().name() + "_lupmf";
    return new TypedStmt.AddTarget(
        expressions.calls().functional(density, arguments, node.span()), node.span());
  }

  private static boolean hasBound(Truncation truncation) {
    return truncation.lower().isPresent() || truncation.upper().isPresent();
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
    return density;
  }

  private DiagnosticException unknown(String name, Span span) {
    if (Names.conditionalSuffix(name).isPresent() || name.endsWith("_log")) {
      return DiagnosticException.of(ErrorCode.SUFFIX_AFTER_TILDE, span, name);
    }
    TreeSet<String> known = new TreeSet<>();
    for (String function : Library.stanNames()) {
      if (Names.isDensity(function)) {
        known.add(function.substring(0, function.length() - "_lpdf".length()));
      }
    }
    return DiagnosticException.of(
        ErrorCode.UNDECLARED_DISTRIBUTION, span, name, Suggestion.hint(name, known));
  }

  private TypedStmt truncated(
      Statement.Distribution node,
      Truncation truncation,
      TypedExpr density,
      List<TypedExpr> arguments) {
    Optional<TypedExpr> lower = truncation.lower().map(e -> bound(e, arguments.get(0)));
    Optional<TypedExpr> upper = truncation.upper().map(e -> bound(e, arguments.get(0)));
    return new Truncating(expressions, node.distribution().name(), arguments, node.span())
        .statement(density, lower, upper);
  }

  private TypedExpr bound(Expression e, TypedExpr outcome) {
    TypedExpr bound = expressions.check(e);
    StanType wanted = outcome.type().isInt() ? StanType.INT : StanType.REAL;
    if (!Types.promotes(bound.type(), wanted)) {
      throw DiagnosticException.of(
          ErrorCode.TRUNCATION_BOUND, e.span(), wanted.toString(), bound.type().toString());
    }
    return Types.promote(bound, wanted);
  }
}
