package org.stanj.compiler.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/**
 * Decisions within functions that depend on arguments, where these depend on parameters. As in
 * stanc, of the calls that are part of a larger expression, and not through further calls.
 */
final class DecidingArguments {
  /** An argument of a call, and a statement of the function that it decides. */
  private record Use(Span statement, String function, String argument, Span at) {}

  private final Map<UserFunction, Map<Span, Set<Symbol>>> decisions = new HashMap<>();
  private final Map<Use, Set<Symbol>> uses = new LinkedHashMap<>();

  /** Looks at the calls within the expressions of a step. */
  void check(Step step, Influence influence) {
    for (TypedExpr e : step.expressions()) {
      Subexpressions.forEach(
          e,
          part -> {
            if (part != e && part instanceof TypedExpr.UserCall call) {
              check(call, influence);
            }
          });
    }
  }

  private void check(TypedExpr.UserCall call, Influence influence) {
    UserFunction function = call.function();
    Map<Span, Set<Symbol>> decided = decisions.get(function);
    if (decided == null) {
      Influence within = new Influence(Symbol.Origin.ARGUMENT, (step, inside) -> {});
      within.follow(StepReader.of(function.body()));
      decided = within.decisions();
      decisions.put(function, decided);
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Symbol argument = function.parameters().get(i);
      TypedExpr given = call.arguments().get(i);
      decided.forEach(
          (span, deciding) -> {
            if (deciding.contains(argument)) {
              uses.computeIfAbsent(
                      new Use(span, function.name(), argument.name(), given.span()),
                      use -> new HashSet<>())
                  .addAll(influence.of(List.of(given)));
            }
          });
    }
  }

  void report(Warnings warnings) {
    uses.forEach(
        (use, influences) -> {
          String names = Influence.parameters(influences);
          if (!names.isEmpty()) {
            warnings.add(
                ErrorCode.ARGUMENT_DECIDES,
                use.statement(),
                use.function(),
                use.argument(),
                place(use.at()),
                names);
          }
        });
  }

  private static String place(Span span) {
    String start =
        "'" + span.file().name() + "', line " + span.startLine() + ", column " + span.startColumn();
    String line = span.endLine() == span.startLine() ? "" : "line " + span.endLine() + ", ";
    return start + " to " + line + "column " + span.endColumn();
  }
}
