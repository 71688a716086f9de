package org.stanj.compiler.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedExpr;

/**
 * Judges the arguments of the library's unnormalised densities: those of statements with {@code ~}
 * and of calls of {@code _lupdf} and {@code _lupmf}.
 */
final class DistributionUses {
  private static final int SUFFIX = "_lpdf".length();
  private static final Set<String> GAMMAS = Set.of("gamma", "inv_gamma");

  private final Map<Symbol, Transform> parameters = new HashMap<>();
  private final Warnings warnings;

  DistributionUses(List<Declaration> parameters, Warnings warnings) {
    parameters.forEach(p -> this.parameters.put(p.symbol(), p.transform()));
    this.warnings = warnings;
  }

  /** Judges all calls in the expressions of one step. */
  void check(Step step, KnownLocals copies) {
    for (TypedExpr e : step.expressions()) {
      Subexpressions.forEach(
          e,
          part -> {
            if (part instanceof TypedExpr.LibraryCall call && call.propto()) {
              check(call, copies);
            }
          });
    }
  }

  private void check(TypedExpr.LibraryCall call, KnownLocals copies) {
    String name = call.function().name();
    String distribution = name.substring(0, name.length() - SUFFIX);
    for (int i = 0; i < call.arguments().size(); i++) {
      Optional<Literal> literal = literal(call, i, copies);
      literal
          .filter(Literal::isOffScale)
          .ifPresent(l -> warnings.add(ErrorCode.OFF_SCALE, l.span(), l.text()));
      int index = i;
      Expectations.of(distribution, i)
          .ifPresent(
              expected ->
                  compare(
                      new Use(distribution, index, expected),
                      copies.resolve(call.arguments().get(index)),
                      literal));
    }
    habits(call, distribution, copies);
  }

  /** Where a real is wanted an int is promoted, and the place is that of the promoted argument. */
  private static Optional<Literal> literal(TypedExpr.LibraryCall call, int i, KnownLocals copies) {
    TypedExpr written = call.arguments().get(i);
    TypedExpr resolved = copies.resolve(written);
    boolean ints = call.function().parameters().get(i).type().contains("int");
    return Literal.of(resolved)
        .filter(l -> resolved.type().rank() == 0)
        .map(l -> l.whole() && !ints ? l.at(written.span()) : l);
  }

  private record Use(String distribution, int index, Expectations.Expectation expected) {}

  private void compare(Use use, TypedExpr argument, Optional<Literal> literal) {
    String domain = use.expected().domain().toString();
    String role = use.expected().role();
    String number = Integer.toString(use.index());
    if (argument instanceof TypedExpr.Reference reference
        && parameters.containsKey(reference.symbol())
        && !use.expected().domain().holds(parameters.get(reference.symbol()))) {
      String name = reference.symbol().name();
      if (use.index() == 0) {
        warnings.add(
            ErrorCode.PARAMETER_OUTSIDE_SUPPORT,
            reference.span(),
            name,
            use.distribution(),
            domain);
      } else {
        warnings.add(
            ErrorCode.PARAMETER_ARGUMENT,
            reference.span(),
            use.distribution(),
            name,
            role,
            number,
            domain);
      }
    }
    literal
        .filter(l -> !use.expected().domain().contains(l.value()))
        .ifPresent(
            l -> {
              if (use.index() == 0) {
                warnings.add(
                    ErrorCode.VALUE_OUTSIDE_SUPPORT,
                    l.span(),
                    l.text(),
                    use.distribution(),
                    domain);
              } else {
                warnings.add(
                    ErrorCode.VALUE_ARGUMENT,
                    l.span(),
                    use.distribution(),
                    l.text(),
                    role,
                    number,
                    domain);
              }
            });
  }

  private void habits(TypedExpr.LibraryCall call, String distribution, KnownLocals copies) {
    if (distribution.equals("uniform")) {
      uniform(call, copies);
    }
    if (distribution.equals("lkj_corr")) {
      warnings.add(ErrorCode.LKJ_CORR, call.span());
    }
    if (GAMMAS.contains(distribution)) {
      Optional<Literal> shape = literal(call, 1, copies);
      Optional<Literal> rate = literal(call, 2, copies);
      if (shape.isPresent()
          && rate.isPresent()
          && shape.get().value() == rate.get().value()
          && shape.get().value() < 1) {
        warnings.add(ErrorCode.VAGUE_GAMMA, shape.get().span());
      }
    }
  }

  private void uniform(TypedExpr.LibraryCall call, KnownLocals copies) {
    if (!(copies.resolve(call.arguments().get(0)) instanceof TypedExpr.Reference reference)
        || !parameters.containsKey(reference.symbol())) {
      return;
    }
    Range declared = Range.of(parameters.get(reference.symbol()));
    Range given =
        new Range(
            Range.End.of(copies.resolve(call.arguments().get(1))),
            Range.End.of(copies.resolve(call.arguments().get(2))));
    boolean bounded = declared.lower().present() && declared.upper().present();
    if (!bounded || !declared.mayEqual(given)) {
      warnings.add(ErrorCode.UNIFORM_PRIOR, call.span(), reference.symbol().name());
    }
  }
}
