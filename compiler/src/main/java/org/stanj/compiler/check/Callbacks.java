package org.stanj.compiler.check;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/** Functions of the program that are passed to functions. */
final class Callbacks {
  private final Session session;

  Callbacks(Session session) {
    this.session = session;
  }

  /** The name that an argument is, which must be that of a function. */
  String name(String functional, Optional<Expression> argument, Span span) {
    if (argument.orElse(null) instanceof Expression.Variable variable
        && session.scopes().find(variable.name()).isEmpty()) {
      return variable.name();
    }
    throw DiagnosticException.of(
        ErrorCode.CALLBACK_NAME, argument.map(Expression::span).orElse(span), functional);
  }

  /**
   * The functions of a name; refuses those that cannot be passed.
   *
   * @param written the name, which may be the unnormalised form
   */
  List<UserFunction> overloads(String functional, String written, Span at, Span span) {
    String name = NameRules.normalised(written);
    List<UserFunction> overloads = session.functions().overloads(name);
    if (overloads.isEmpty()) {
      throw DiagnosticException.of(
          ErrorCode.UNDECLARED_FUNCTION,
          at,
          written,
          Suggestion.hint(name, session.functions().names()));
    }
    boolean density = NameRules.isDensity(name) && !functional.startsWith("reduce_sum");
    if (density
        || NameRules.isLogProbability(name)
        || NameRules.isRandom(name)
        || NameRules.isJacobian(name)) {
      throw DiagnosticException.of(ErrorCode.IMPURE_CALLBACK, span, name, functional);
    }
    Placement.require(session, name, written, span);
    return overloads;
  }

  /**
   * Refuses an argument that depends on parameters.
   *
   * @param position of the argument in the call, from 0
   */
  void requireData(TypedExpr argument, int position, String functional, Span span) {
    if (!session.place().region().allData() && !Levels.isData(argument)) {
      throw DiagnosticException.of(
          ErrorCode.DATA_ARGUMENT, span, functional, Overloads.ordinal(position), "");
    }
  }

  static String signatures(List<UserFunction> overloads) {
    StringBuilder out = new StringBuilder();
    for (UserFunction function : overloads) {
      out.append("\n  ").append(new Candidate.FromProgram(function).signature());
    }
    return out.toString();
  }
}
