package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Identifier;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;

/** Checks calls of library functions with arguments of given types, without parsing. */
final class TypedCalls {
  private static final Span SPAN = new Span(SourceFile.of("test.stan", "f()"), 1, 0, 1, 3);

  private final Session session =
      new Session(Checking.LIBRARY, CheckOptions.lenient("test"), warning -> {});
  private final Expressions expressions = new Expressions(session);

  /** The type of the call's value; empty if the call is refused. */
  Optional<StanType> result(String name, List<StanType> types) {
    boolean jacobian = NameRules.isJacobian(name);
    session.moveTo(
        Surroundings.block(jacobian ? Region.TRANSFORMED_PARAMETERS : Region.TRANSFORMED_DATA));
    List<Expression> arguments = new ArrayList<>();
    for (StanType type : types) {
      arguments.add(new Expression.Variable(variable(type), SPAN));
    }
    try {
      return Optional.of(expressions.check(call(name, arguments)).type());
    } catch (DiagnosticException refused) {
      return Optional.empty();
    }
  }

  private String variable(StanType type) {
    String name = type.toString();
    if (session.scopes().find(name).isEmpty()) {
      session.scopes().declare(new Symbol(name, type, Symbol.Origin.DATA, true, SPAN));
    }
    return name;
  }

  private static Expression call(String name, List<Expression> arguments) {
    Identifier id = new Identifier(name, SPAN);
    boolean conditional = NameRules.conditionalSuffix(name).isPresent();
    return conditional && !arguments.isEmpty()
        ? new Expression.ConditionalCall(
            id, arguments.get(0), arguments.subList(1, arguments.size()), SPAN)
        : new Expression.Call(id, arguments, SPAN);
  }
}
