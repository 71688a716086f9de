package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/** Calls of functions that take a function of the program. */
final class Functionals {
  private static final String MAP_RECT = "map_rect";
  private static final Set<String> SUPPORTED = Set.of(MAP_RECT, "reduce_sum", "reduce_sum_static");
  private static final int FIRST_SHARED = 3;

  private final Session session;
  private final Expressions expressions;

  Functionals(Session session, Expressions expressions) {
    this.session = session;
    this.expressions = expressions;
  }

  static boolean isSupported(String name) {
    return SUPPORTED.contains(name);
  }

  TypedExpr call(Expression.Call node) {
    String name = node.function().name();
    String written = callbackName(name, node);
    String callback = Names.normalised(written);
    List<UserFunction> overloads = session.functions().overloads(callback);
    if (overloads.isEmpty()) {
      throw DiagnosticException.of(
          ErrorCode.UNDECLARED_FUNCTION,
          node.arguments().get(0).span(),
          written,
          Suggestion.hint(callback, session.functions().names()));
    }
    requirePure(name, callback, node.span());
    Placement.require(session, callback, written, node.span());
    List<TypedExpr> arguments =
        expressions.checkAll(node.arguments().subList(1, node.arguments().size()));
    return name.equals(MAP_RECT)
        ? mapRect(overloads, arguments, node)
        : reduceSum(overloads, Names.isUnnormalised(written), arguments, node);
  }

  private static String callbackName(String name, Expression.Call node) {
    boolean named =
        !node.arguments().isEmpty() && node.arguments().get(0) instanceof Expression.Variable;
    if (!named) {
      Span span = node.arguments().isEmpty() ? node.span() : node.arguments().get(0).span();
      throw DiagnosticException.of(ErrorCode.CALLBACK_NAME, span, name);
    }
    return ((Expression.Variable) node.arguments().get(0)).name();
  }

  private static void requirePure(String name, String callback, Span span) {
    boolean impure =
        Names.isLogProbability(callback) || Names.isRandom(callback) || Names.isJacobian(callback);
    if (impure) {
      throw DiagnosticException.of(ErrorCode.IMPURE_CALLBACK, span, callback, name);
    }
  }

  private TypedExpr mapRect(
      List<UserFunction> overloads, List<TypedExpr> arguments, Expression.Call node) {
    List<StanType> parameters =
        List.of(
            StanType.VECTOR,
            StanType.VECTOR,
            StanType.arrayOf(StanType.REAL, 1),
            StanType.arrayOf(StanType.INT, 1));
    List<StanType> wanted =
        List.of(
            StanType.VECTOR,
            StanType.arrayOf(StanType.VECTOR, 1),
            StanType.arrayOf(StanType.REAL, 2),
            StanType.arrayOf(StanType.INT, 2));
    UserFunction callback =
        overloads.stream()
            .filter(f -> types(f).equals(parameters) && f.result().equals(StanType.VECTOR))
            .findFirst()
            .orElseThrow(
                () -> misfit(MAP_RECT, parameters, StanType.VECTOR, overloads, node.span()));
    List<TypedExpr> promoted = promoted(arguments, wanted, MAP_RECT, node.span());
    requireData(promoted.get(2), 3, MAP_RECT, node.span());
    return new TypedExpr.FunctionalCall(
        MAP_RECT, callback, false, promoted, StanType.VECTOR, node.span());
  }

  private static List<TypedExpr> promoted(
      List<TypedExpr> arguments, List<StanType> wanted, String name, Span span) {
    boolean fits = arguments.size() == wanted.size();
    for (int i = 0; fits && i < wanted.size(); i++) {
      fits = Types.promotes(arguments.get(i).type(), wanted.get(i));
    }
    if (!fits) {
      throw DiagnosticException.of(
          ErrorCode.FUNCTIONAL_ARGUMENTS,
          span,
          name,
          Types.list(Types.of(arguments)),
          Types.list(wanted));
    }
    List<TypedExpr> promoted = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      promoted.add(Types.promote(arguments.get(i), wanted.get(i)));
    }
    return promoted;
  }

  private TypedExpr reduceSum(
      List<UserFunction> overloads,
      boolean propto,
      List<TypedExpr> arguments,
      Expression.Call node) {
    String name = node.function().name();
    List<StanType> given = Types.of(arguments);
    if (given.size() < 2 || !given.get(0).isArray() || !given.get(1).equals(StanType.INT)) {
      throw DiagnosticException.of(
          ErrorCode.REDUCE_SUM_ARGUMENTS, node.span(), name, Types.list(given));
    }
    List<StanType> passed = new ArrayList<>(List.of(given.get(0), StanType.INT, StanType.INT));
    passed.addAll(given.subList(2, given.size()));
    UserFunction callback =
        overloads.stream()
            .filter(f -> takes(f, passed))
            .findFirst()
            .orElseThrow(() -> misfit(name, passed, StanType.REAL, overloads, node.span()));
    return new TypedExpr.FunctionalCall(
        name, callback, propto, shared(callback, arguments, node), StanType.REAL, node.span());
  }

  /** The arguments of a sum, promoted to the callback's parameters behind the slice. */
  private List<TypedExpr> shared(
      UserFunction callback, List<TypedExpr> arguments, Expression.Call node) {
    List<TypedExpr> promoted = new ArrayList<>(arguments);
    for (int i = 0; i < arguments.size(); i++) {
      boolean grain = i == 1;
      int parameter = i < 2 ? 0 : i - 2 + FIRST_SHARED;
      Symbol symbol = callback.parameters().get(parameter);
      if (!grain) {
        promoted.set(i, Types.promote(arguments.get(i), symbol.type()));
      }
      if (!grain && symbol.dataOnly()) {
        requireData(arguments.get(i), i + 1, node.function().name(), node.span());
      }
    }
    return promoted;
  }

  private static DiagnosticException misfit(
      String name,
      List<StanType> passed,
      StanType result,
      List<UserFunction> overloads,
      Span span) {
    return DiagnosticException.of(
        ErrorCode.CALLBACK_SIGNATURE,
        span,
        name,
        "(" + Types.list(passed) + ") => " + result,
        signatures(overloads));
  }

  private static boolean takes(UserFunction function, List<StanType> passed) {
    List<StanType> types = types(function);
    if (types.size() != passed.size() || !function.result().equals(StanType.REAL)) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      boolean exact = passed.get(i).equals(types.get(i));
      if (!exact && (i < FIRST_SHARED || !Types.promotes(passed.get(i), types.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private void requireData(TypedExpr argument, int position, String name, Span span) {
    if (!session.place().region().allData() && !Levels.isData(argument)) {
      throw DiagnosticException.of(
          ErrorCode.DATA_ARGUMENT, span, name, Overloads.ordinal(position), "");
    }
  }

  private static List<StanType> types(UserFunction function) {
    return function.parameters().stream().map(Symbol::type).toList();
  }

  private static String signatures(List<UserFunction> overloads) {
    StringBuilder out = new StringBuilder();
    for (UserFunction function : overloads) {
      out.append("\n  ").append(new Candidate.FromProgram(function).signature());
    }
    return out.toString();
  }
}
