package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.syntax.Identifier;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedStmt;
import org.stanj.compiler.typed.UserFunction;

/** Checks the functions of a program in their order; a call needs an earlier header. */
final class FunctionsBlock {
  /** How the names of functions of Stan begin that take other functions. */
  private static final List<String> HIGHER_ORDER =
      List.of("map_rect", "reduce_sum", "ode_", "dae", "solve_", "laplace_", "integrate_");

  private final Session session;
  private final Statements statements;
  private final Set<UserFunction> defined = new HashSet<>();

  FunctionsBlock(Session session, Statements statements) {
    this.session = session;
    this.statements = statements;
  }

  void check(List<FunctionDefinition> definitions) {
    for (int i = 0; i < definitions.size(); i++) {
      FunctionDefinition definition = definitions.get(i);
      Optional<UserFunction> known = declaredAs(definition);
      if (definition.body().isEmpty()) {
        known.ifPresent(other -> refuseAgain(definition, other));
        forward(definition, definitions.subList(i + 1, definitions.size()));
      } else {
        known.filter(defined::contains).ifPresent(other -> refuseAgain(definition, other));
        define(known.orElseGet(() -> header(definition)), definition);
      }
    }
  }

  private Optional<UserFunction> declaredAs(FunctionDefinition definition) {
    List<StanType> types = types(definition);
    return session.functions().overloads(definition.name().name()).stream()
        .filter(f -> f.parameters().stream().map(Symbol::type).toList().equals(types))
        .findFirst();
  }

  private static void refuseAgain(FunctionDefinition definition, UserFunction other) {
    throw DiagnosticException.of(
        ErrorCode.FUNCTION_AGAIN,
        definition.span(),
        definition.name().name(),
        "(" + Types.list(types(definition)) + ")",
        "line " + other.span().startLine());
  }

  private static List<StanType> types(FunctionDefinition definition) {
    return definition.parameters().stream().map(p -> Types.of(p.type())).toList();
  }

  private static StanType result(FunctionDefinition definition) {
    return definition.returnType().map(Types::of).orElse(StanType.VOID);
  }

  /** The variables of a function are those of its definition, so this is looked up at once. */
  private void forward(FunctionDefinition declaration, List<FunctionDefinition> later) {
    String name = declaration.name().name();
    List<StanType> types = types(declaration);
    Optional<FunctionDefinition> found =
        later.stream()
            .filter(d -> d.body().isPresent() && d.name().name().equals(name))
            .filter(d -> types(d).equals(types))
            .findFirst();
    if (found.isEmpty()) {
      undefined(declaration);
      return;
    }
    FunctionDefinition definition = found.get();
    if (!result(definition).equals(result(declaration))) {
      throw DiagnosticException.of(
          ErrorCode.FORWARD_RESULT,
          definition.span(),
          name,
          result(declaration).toString(),
          result(definition).toString());
    }
    header(definition);
  }

  private void undefined(FunctionDefinition declaration) {
    if (!session.options().allowUndefined()) {
      throw DiagnosticException.of(
          ErrorCode.FUNCTION_NOT_DEFINED, declaration.span(), declaration.name().name());
    }
    header(declaration).define(List.of());
  }

  /** Makes the function visible. */
  private UserFunction header(FunctionDefinition definition) {
    Identifier id = definition.name();
    session.requireLegal(id);
    List<StanType> types = types(definition);
    StanType result = result(definition);
    requireNotInLibrary(definition, types);
    Suffixes.check(definition, types, result);
    List<Symbol> parameters = new ArrayList<>();
    for (FunctionDefinition.Parameter parameter : definition.parameters()) {
      StanType type = Types.of(parameter.type());
      parameters.add(
          new Symbol(
              parameter.name().name(),
              type,
              Symbol.Origin.ARGUMENT,
              parameter.dataOnly() || type.isInt(),
              parameter.name().span()));
    }
    UserFunction function = new UserFunction(id.name(), parameters, result, definition.span());
    session.functions().add(function);
    return function;
  }

  private void requireNotInLibrary(FunctionDefinition definition, List<StanType> types) {
    String name = definition.name().name();
    boolean taken = HIGHER_ORDER.stream().anyMatch(name::startsWith) && Library.isNameInStan(name);
    for (LibraryFunction function : session.library().functions(name)) {
      Match match = Header.of(function).match(types);
      taken |= !function.internal() && match instanceof Match.Fits fits && fits.cost() == 0;
    }
    if (taken) {
      throw DiagnosticException.of(
          ErrorCode.FUNCTION_IN_LIBRARY,
          definition.name().span(),
          name,
          "(" + Types.list(types) + ")");
    }
  }

  private void define(UserFunction function, FunctionDefinition definition) {
    defined.add(function);
    body(function, definition, false);
  }

  /** Checks the body of a function, of the program or of the library. */
  void body(UserFunction function, FunctionDefinition definition, boolean prelude) {
    session.moveTo(Place.body(function.name(), function.result(), prelude));
    session.scopes().enter();
    for (int i = 0; i < function.parameters().size(); i++) {
      session.declare(definition.parameters().get(i).name(), function.parameters().get(i));
    }
    session.scopes().enter();
    List<TypedStmt> body = statements.sequence(definition.body().orElseThrow().statements());
    session.scopes().leave();
    session.scopes().leave();
    if (!function.result().equals(StanType.VOID) && !ReturnPaths.end(body)) {
      throw DiagnosticException.of(
          ErrorCode.MISSING_RETURN,
          definition.span(),
          function.name(),
          function.result().toString());
    }
    function.define(body);
  }
}
