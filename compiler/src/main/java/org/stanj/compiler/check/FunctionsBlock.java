package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Checks the functions of a program: first their headers, so that each may call any other, then
 * their bodies.
 */
final class FunctionsBlock {
  /** How the names of functions of Stan begin that cannot be overloaded. */
  private static final List<String> VARIADIC =
      List.of("reduce_sum", "ode_", "dae", "solve_", "laplace_");

  private final Session session;
  private final Statements statements;

  /** What tells functions apart. */
  private record Signature(String name, List<StanType> types) {}

  /** In the order in which they become visible. */
  private final Map<Signature, FunctionDefinition> known = new LinkedHashMap<>();

  private final Map<FunctionDefinition, UserFunction> functions = new IdentityHashMap<>();

  FunctionsBlock(Session session, Statements statements) {
    this.session = session;
    this.statements = statements;
  }

  /** All headers come first: a body may call what stands behind it. */
  void check(List<FunctionDefinition> definitions) {
    definitions.forEach(this::announce);
    known.values().forEach(this::makeVisible);
    for (FunctionDefinition definition : definitions) {
      requireLegal(definition);
      if (definition.body().isPresent()) {
        body(function(definition), definition, false);
      }
    }
    known.values().stream().filter(d -> d.body().isEmpty()).forEach(this::undefined);
  }

  /** Takes note of a header; a definition takes the place of its declaration. */
  private void announce(FunctionDefinition definition) {
    session.requireNormalised(definition.name());
    requireNotInLibrary(definition);
    Signature signature = new Signature(definition.name().name(), types(definition));
    Optional<FunctionDefinition> before = Optional.ofNullable(known.get(signature));
    before.ifPresent(declaration -> requireDefinition(definition, declaration));
    before.ifPresent(
        declaration -> {
          known.remove(signature);
          session.warn(ErrorCode.NEEDLESS_DECLARATION, declaration.name().span());
        });
    known.put(signature, definition);
  }

  /** Refuses what is not the definition of an earlier declaration. */
  private static void requireDefinition(FunctionDefinition definition, FunctionDefinition other) {
    String name = definition.name().name();
    if (!result(definition).equals(result(other))) {
      throw DiagnosticException.of(
          ErrorCode.FORWARD_RESULT,
          definition.span(),
          name,
          result(other).toString(),
          result(definition).toString());
    }
    boolean completes = other.body().isEmpty() && definition.body().isPresent();
    if (!completes || !qualifiers(definition).equals(qualifiers(other))) {
      throw DiagnosticException.of(
          ErrorCode.FUNCTION_AGAIN,
          definition.span(),
          name,
          "(" + Types.list(types(definition)) + ")",
          "line " + other.span().startLine());
    }
  }

  private static List<Boolean> qualifiers(FunctionDefinition definition) {
    return definition.parameters().stream().map(FunctionDefinition.Parameter::dataOnly).toList();
  }

  private void undefined(FunctionDefinition declaration) {
    Identifier id = declaration.name();
    if (!session.options().allowUndefined()) {
      throw DiagnosticException.of(ErrorCode.FUNCTION_NOT_DEFINED, id.span(), id.name());
    }
    function(declaration).define(List.of());
  }

  private static List<StanType> types(FunctionDefinition definition) {
    return definition.parameters().stream().map(p -> Types.of(p.type())).toList();
  }

  private static StanType result(FunctionDefinition definition) {
    return definition.returnType().map(Types::of).orElse(StanType.VOID);
  }

  private void makeVisible(FunctionDefinition definition) {
    List<Symbol> parameters = new ArrayList<>();
    for (FunctionDefinition.Parameter parameter : definition.parameters()) {
      StanType type = Types.of(parameter.type());
      parameters.add(
          new Symbol(
              parameter.name().name(),
              type,
              Symbol.Origin.ARGUMENT,
              parameter.dataOnly(),
              parameter.name().span()));
    }
    UserFunction function =
        new UserFunction(
            definition.name().name(), parameters, result(definition), definition.span());
    functions.put(definition, function);
    session.functions().add(function);
  }

  private UserFunction function(FunctionDefinition definition) {
    return Optional.ofNullable(functions.get(definition)).orElseThrow();
  }

  private void requireLegal(FunctionDefinition definition) {
    session.requireLegal(definition.name());
    Suffixes.check(definition, types(definition), result(definition));
    Set<String> names = new HashSet<>();
    for (FunctionDefinition.Parameter parameter : definition.parameters()) {
      String name = parameter.name().name();
      if (!names.add(name)) {
        throw DiagnosticException.of(ErrorCode.ARGUMENT_TWICE, definition.span(), name);
      }
    }
  }

  private void requireNotInLibrary(FunctionDefinition definition) {
    String name = definition.name().name();
    List<StanType> types = types(definition);
    boolean taken = VARIADIC.stream().anyMatch(name::startsWith) && Library.isNameInStan(name);
    List<LibraryFunction> inLibrary = new ArrayList<>(session.library().functions(name));
    inLibrary.removeIf(LibraryFunction::functional);
    for (LibraryFunction function : inLibrary) {
      Match match = Header.of(function).match(types);
      taken |= !function.internal() && match instanceof Match.Fits fits && fits.cost() == 0;
    }
    if (taken) {
      throw DiagnosticException.of(
          ErrorCode.FUNCTION_IN_LIBRARY, definition.span(), name, "(" + Types.list(types) + ")");
    }
  }

  /** Checks the body of a function, of the program or of the library. */
  void body(UserFunction function, FunctionDefinition definition, boolean prelude) {
    session.moveTo(Surroundings.body(function.name(), function.result(), prelude));
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
