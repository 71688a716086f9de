package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/** Checks the functions of a program: their headers, then the bodies. */
final class FunctionsBlock {
  /** How the names of functions of Stan begin that cannot be overloaded. */
  private static final List<String> VARIADIC =
      List.of("reduce_sum", "ode_", "dae", "solve_", "laplace_");

  private final Session session;
  private final Statements statements;
  private final List<FunctionDefinition> forward = new ArrayList<>();
  private final List<Defined> defined = new ArrayList<>();

  FunctionsBlock(Session session, Statements statements) {
    this.session = session;
    this.statements = statements;
  }

  /** A definition with what it makes visible. */
  private record Defined(FunctionDefinition definition, UserFunction function) {}

  /** All headers come first: a body may call what stands behind it. */
  void check(List<FunctionDefinition> definitions) {
    definitions.forEach(this::header);
    forward.stream().filter(f -> definition(f).isEmpty()).forEach(this::undefined);
    defined.forEach(d -> body(d.function(), d.definition(), false));
  }

  private void header(FunctionDefinition definition) {
    definition(definition).ifPresent(other -> refuseAgain(definition, other));
    Optional<FunctionDefinition> declared = find(forward.stream(), definition);
    if (definition.body().isEmpty()) {
      declared.ifPresent(other -> refuseAgain(definition, other));
      session.requireLegal(definition.name());
      forward.add(definition);
    } else {
      declared.ifPresent(other -> requireAsDeclared(definition, other));
      defined.add(new Defined(definition, visible(definition)));
    }
  }

  /** The definition of the same name and types, among those so far. */
  private Optional<FunctionDefinition> definition(FunctionDefinition of) {
    return find(defined.stream().map(Defined::definition), of);
  }

  private static Optional<FunctionDefinition> find(
      Stream<FunctionDefinition> among, FunctionDefinition definition) {
    List<StanType> types = types(definition);
    return among
        .filter(other -> other.name().name().equals(definition.name().name()))
        .filter(other -> types(other).equals(types))
        .findFirst();
  }

  private static void requireAsDeclared(
      FunctionDefinition definition, FunctionDefinition declaration) {
    if (!result(definition).equals(result(declaration))) {
      throw DiagnosticException.of(
          ErrorCode.FORWARD_RESULT,
          definition.span(),
          definition.name().name(),
          result(declaration).toString(),
          result(definition).toString());
    }
    if (!dataOnly(definition).equals(dataOnly(declaration))) {
      refuseAgain(definition, declaration);
    }
  }

  private static List<Boolean> dataOnly(FunctionDefinition definition) {
    return definition.parameters().stream()
        .map(p -> p.dataOnly() || Types.of(p.type()).isInt())
        .toList();
  }

  private static void refuseAgain(FunctionDefinition definition, FunctionDefinition other) {
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

  private void undefined(FunctionDefinition declaration) {
    if (!session.options().allowUndefined()) {
      throw DiagnosticException.of(
          ErrorCode.FUNCTION_NOT_DEFINED, declaration.span(), declaration.name().name());
    }
    visible(declaration).define(List.of());
  }

  /** Makes the function visible. */
  private UserFunction visible(FunctionDefinition definition) {
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
    boolean taken = VARIADIC.stream().anyMatch(name::startsWith) && Library.isNameInStan(name);
    List<LibraryFunction> known = new ArrayList<>(session.library().functions(name));
    known.addAll(session.library().declared(name));
    for (LibraryFunction function : known) {
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
