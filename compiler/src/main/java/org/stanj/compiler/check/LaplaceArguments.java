package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.StanType.Base;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/**
 * Calls of the {@code laplace_} functions: a likelihood (a function with a tuple of its arguments,
 * or the arguments of a built-in one), the block size of its Hessian, a covariance function with a
 * tuple of its arguments, and for {@code _tol} a tuple of options.
 */
final class LaplaceArguments {
  private static final StanType INTS = StanType.arrayOf(StanType.INT, 1);

  /** How the names go on behind {@code laplace_marginal} and {@code laplace_latent}. */
  private static final List<String> LIKELIHOODS =
      List.of("bernoulli_logit", "poisson_log", "neg_binomial_2_log");

  private static final String LIKELIHOOD = "(" + String.join("|", LIKELIHOODS) + ")";

  /** {@code _tol} stands before the name of a likelihood. */
  private static final Pattern NAMES =
      Pattern.compile(
          "laplace_marginal(_tol)?(_L_lpmf)?|laplace_latent(_tol)?(_L)?_rng"
              .replace("L", LIKELIHOOD));

  private static final StanType OPTIONS =
      StanType.tupleOf(
          List.of(
              StanType.VECTOR,
              StanType.REAL,
              StanType.INT,
              StanType.INT,
              StanType.INT,
              StanType.INT));

  private final Expressions expressions;
  private final Callbacks callbacks;
  private final String name;
  private final boolean propto;
  private final Span span;
  private final List<UserFunction> functions = new ArrayList<>();
  private final List<TypedExpr> typed = new ArrayList<>();

  /**
   * @param written the name, which may be the unnormalised form
   */
  LaplaceArguments(Session session, Expressions expressions, String written, Span span) {
    this.expressions = expressions;
    this.callbacks = new Callbacks(session);
    this.name = NameRules.normalised(written);
    this.propto = NameRules.isUnnormalised(written);
    this.span = span;
  }

  static boolean has(String name) {
    return NAMES.matcher(name).matches();
  }

  private Optional<String> likelihood() {
    return LIKELIHOODS.stream().filter(name::contains).findFirst();
  }

  TypedExpr call(List<Expression> arguments) {
    List<Expression> rest = new ArrayList<>(arguments);
    if (likelihood().isPresent()) {
      ofLibrary(rest);
    } else {
      callback(rest, List.of(StanType.VECTOR), StanType.REAL);
    }
    plain(rest, StanType.INT);
    callback(rest, List.of(), StanType.MATRIX);
    if (name.contains("_tol")) {
      TypedExpr options = plain(rest, OPTIONS);
      requireData(options, OPTIONS.members().size(), member -> member > 0, arguments.size() - 1);
    }
    if (!rest.isEmpty()) {
      throw misfit("Got " + rest.size() + " more.");
    }
    boolean real = name.startsWith("laplace_marginal");
    return new TypedExpr.FunctionalCall(
        name,
        Optional.empty(),
        functions,
        propto,
        typed,
        real ? StanType.REAL : StanType.VECTOR,
        span);
  }

  private void ofLibrary(List<Expression> rest) {
    plain(rest, INTS);
    plain(rest, INTS);
    plain(rest, StanType.VECTOR);
    if (name.contains("neg_binomial")) {
      plain(rest, StanType.VECTOR);
    }
  }

  private TypedExpr plain(List<Expression> rest, StanType wanted) {
    TypedExpr argument = expressions.check(next(rest, wanted.toString()));
    if (!Types.promotes(argument.type(), wanted)) {
      throw misfit("Expected " + wanted + " but got " + argument.type() + ".");
    }
    typed.add(Types.promote(argument, wanted));
    return argument;
  }

  private Expression next(List<Expression> rest, String what) {
    if (rest.isEmpty()) {
      throw misfit("Expected " + what + " at the end.");
    }
    return rest.remove(0);
  }

  /** A function, and the tuple of its arguments behind those that the library passes. */
  private void callback(List<Expression> rest, List<StanType> passed, StanType result) {
    Expression first = next(rest, "a function");
    String written = callbacks.name(name, Optional.of(first), span);
    List<UserFunction> overloads = callbacks.overloads(name, written, first.span(), span);
    int position = typed.size() + functions.size() + 1;
    TypedExpr tuple = expressions.check(next(rest, "a tuple"));
    if (tuple.type().base() != Base.TUPLE || tuple.type().isArray()) {
      throw misfit(
          "Expected a tuple of arguments of " + written + " but got " + tuple.type() + ".");
    }
    List<StanType> given = new ArrayList<>(passed);
    given.addAll(tuple.type().members());
    UserFunction callback =
        overloads.stream()
            .filter(f -> f.result().equals(result) && takes(f, passed, given))
            .findFirst()
            .orElseThrow(() -> callbackMisfit(given, result, overloads));
    functions.add(callback);
    List<Symbol> own = callback.parameters().subList(passed.size(), given.size());
    requireData(tuple, own.size(), member -> own.get(member).dataOnly(), position);
    List<StanType> targets = own.stream().map(Symbol::type).toList();
    typed.add(Types.promote(tuple, StanType.tupleOf(targets)));
  }

  /** Of a tuple that is written as such each member is judged alone. */
  private void requireData(TypedExpr tuple, int size, IntPredicate wanted, int position) {
    for (int member = 0; member < size; member++) {
      if (wanted.test(member)) {
        TypedExpr judged =
            tuple instanceof TypedExpr.TupleLiteral literal ? literal.members().get(member) : tuple;
        callbacks.requireData(judged, position, name, span);
      }
    }
  }

  private static boolean takes(UserFunction f, List<StanType> passed, List<StanType> given) {
    List<StanType> types = f.parameters().stream().map(Symbol::type).toList();
    return types.size() == given.size()
        && types.subList(0, passed.size()).equals(passed)
        && Match.of(given, types, f.result()) instanceof Match.Fits;
  }

  private DiagnosticException callbackMisfit(
      List<StanType> given, StanType result, List<UserFunction> overloads) {
    return DiagnosticException.of(
        ErrorCode.CALLBACK_SIGNATURE,
        span,
        name,
        "(" + Types.list(given) + ") => " + result,
        Callbacks.signatures(overloads));
  }

  private DiagnosticException misfit(String what) {
    return DiagnosticException.of(ErrorCode.LAPLACE_ARGUMENTS, span, name, form(), what);
  }

  private String form() {
    String likelihood =
        likelihood().isEmpty()
            ? "(vector, ...) => real, tuple(...)"
            : name.contains("neg_binomial")
                ? "array[] int, array[] int, vector, vector"
                : "array[] int, array[] int, vector";
    String options = name.contains("_tol") ? ", " + OPTIONS : "";
    return likelihood + ", int, (...) => matrix, tuple(...)" + options;
  }
}
