package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/** Calls of functions that take a function of the program. */
final class Functionals {
  private static final String REDUCE_SUM = "reduce_sum";

  private final Session session;
  private final Expressions expressions;
  private final Callbacks callbacks;

  Functionals(Session session, Expressions expressions) {
    this.session = session;
    this.expressions = expressions;
    this.callbacks = new Callbacks(session);
  }

  boolean has(String name) {
    return LaplaceArguments.has(name) || FunctionalForms.has(session.library(), name);
  }

  private List<FunctionalForm> forms(String name, UserFunction callback) {
    return FunctionalForms.of(session.library(), name, callback);
  }

  /** A form with the overload of the callback that it takes, and how the arguments meet it. */
  private record Fit(UserFunction callback, FunctionalForm form, Match match) {
    int nearness() {
      return match instanceof Match.Misfit misfit ? misfit.argument() : -1;
    }
  }

  /**
   * A call of a functional.
   *
   * @param function its name as written, which may be the unnormalised form
   * @param all the arguments, functions included
   */
  TypedExpr call(String function, List<Expression> all, Span span) {
    String name = NameRules.normalised(function);
    if (LaplaceArguments.has(name)) {
      Placement.require(session, name, function, span);
      return new LaplaceArguments(session, expressions, function, span).call(all);
    }
    Optional<Expression> first = all.stream().findFirst();
    String written = callbacks.name(name, first, span);
    List<UserFunction> overloads =
        callbacks.overloads(name, written, first.orElseThrow().span(), span);
    List<TypedExpr> arguments = expressions.checkAll(all.subList(1, all.size()));
    List<Fit> fits = fits(name, overloads, arguments);
    if (fits.isEmpty()) {
      throw callbackMisfit(name, overloads, span);
    }
    Fit best = best(fits);
    if (!(best.match() instanceof Match.Fits match)) {
      throw argumentMisfit(name, best, arguments, span);
    }
    boolean propto = NameRules.isUnnormalised(written);
    return new TypedExpr.FunctionalCall(
        name,
        Optional.of(best.form().function()),
        List.of(best.callback()),
        propto,
        promoted(name, best, match, arguments, span),
        best.form().result(),
        span);
  }

  /** The forms that take an overload of the callback, whether or not the arguments fit. */
  private List<Fit> fits(String name, List<UserFunction> overloads, List<TypedExpr> arguments) {
    List<StanType> given = Types.of(arguments);
    List<Fit> fits = new ArrayList<>();
    for (UserFunction callback : overloads) {
      for (FunctionalForm form : forms(name, callback)) {
        if (form.takes(callback)) {
          fits.add(new Fit(callback, form, match(form.expected(callback), given)));
        }
      }
    }
    return fits;
  }

  private static Match match(List<FunctionalForm.Slot> expected, List<StanType> given) {
    List<StanType> wanted = expected.stream().map(FunctionalForm.Slot::type).toList();
    return Match.of(given, wanted, StanType.VOID);
  }

  private static Fit best(List<Fit> fits) {
    Fit best = fits.get(0);
    for (Fit fit : fits) {
      best = isBetter(fit, best) ? fit : best;
    }
    return best;
  }

  private static boolean isBetter(Fit a, Fit b) {
    if (a.match() instanceof Match.Fits ofA) {
      return !(b.match() instanceof Match.Fits ofB) || ofA.cost() < ofB.cost();
    }
    return !(b.match() instanceof Match.Fits) && a.nearness() > b.nearness();
  }

  private List<TypedExpr> promoted(
      String name, Fit fit, Match.Fits match, List<TypedExpr> arguments, Span span) {
    List<FunctionalForm.Slot> expected = fit.form().expected(fit.callback());
    List<TypedExpr> promoted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (expected.get(i).dataOnly()) {
        callbacks.requireData(arguments.get(i), i + 1, name, span);
      }
      promoted.add(Types.promote(arguments.get(i), match.targets().get(i)));
    }
    return promoted;
  }

  private DiagnosticException callbackMisfit(String name, List<UserFunction> overloads, Span span) {
    String wanted =
        name.startsWith(REDUCE_SUM)
            ? "(array[] T, int, int, ...) => real"
            : forms(name, overloads.get(0)).get(0).signature();
    StringBuilder found = new StringBuilder();
    for (UserFunction function : overloads) {
      String reason = forms(name, function).get(0).misfit(function).orElse("");
      found.append("\n  ").append(new Candidate.FromProgram(function).signature());
      found.append("\n    ").append(reason);
    }
    return DiagnosticException.of(
        ErrorCode.CALLBACK_SIGNATURE, span, name, wanted, found.toString());
  }

  private static DiagnosticException argumentMisfit(
      String name, Fit fit, List<TypedExpr> arguments, Span span) {
    List<StanType> given = Types.of(arguments);
    return DiagnosticException.of(
        ErrorCode.FUNCTIONAL_ARGUMENTS,
        span,
        name,
        Types.list(given),
        FunctionalForm.list(fit.form().expected(fit.callback())),
        Overloads.reason(fit.match(), given, 1));
  }
}
