package org.stanj.compiler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.check.Checker;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.library.Constraint;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.library.LibraryKernel;
import org.stanj.compiler.lower.value.LibraryBodies;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/** Parses and checks the prelude's bodies and derivatives when they are first asked for. */
final class PreludeBodies implements LibraryBodies {
  private static final String CONSTRAIN = "_constrain";

  private final Library library;
  private final Map<LibraryFunction, UserFunction> bodies = new HashMap<>();
  private final Map<String, Optional<TypedExpr>> derivatives = new HashMap<>();
  private final Map<String, Constraint> constraints = new HashMap<>();
  private final Map<String, List<TypedExpr>> freeSizes = new HashMap<>();
  private final Map<Primitive, LibraryFunction> primitives = new HashMap<>();

  PreludeBodies(Library library) {
    this.library = library;
  }

  @Override
  public List<LibraryFunction> named(String name) {
    return library.functions(name);
  }

  @Override
  public LibraryKernel kernel(String name) {
    return library
        .kernel(name)
        .orElseThrow(() -> new IllegalStateException("the prelude has no kernel " + name));
  }

  @Override
  public Constraint constraint(String type) {
    return constraints.computeIfAbsent(type, library::constraint);
  }

  @Override
  public List<TypedExpr> freeSizes(Constraint constraint) {
    return freeSizes.computeIfAbsent(
        constraint.type(),
        type -> constraint.free().stream().map(t -> size(constraint, t)).toList());
  }

  private TypedExpr size(Constraint constraint, String text) {
    SourceFile file = SourceFile.of(constraint.type() + " unconstrained", text);
    return Checker.checkSize(constraint, Parser.parseExpression(file), library);
  }

  @Override
  public UserFunction body(LibraryFunction function) {
    if (function.name().endsWith(CONSTRAIN)) {
      return body(Library.withJacobian(function));
    }
    return bodies.computeIfAbsent(
        function,
        f ->
            Checker.checkLibraryBody(
                f, Parser.parseFunction(SourceFile.of(f.name(), f.text())), library));
  }

  @Override
  public Optional<TypedExpr> derivative(LibraryFunction function, String parameter) {
    String key = function.primitive().orElseThrow() + " by " + parameter;
    return derivatives.computeIfAbsent(key, k -> read(function, parameter));
  }

  private Optional<TypedExpr> read(LibraryFunction function, String parameter) {
    String text = function.derivatives().get(parameter);
    if (text == null) {
      throw new IllegalStateException(
          "the prelude does not say the derivative of " + function.name() + " by " + parameter);
    }
    if (text.equals("0")) {
      return Optional.empty();
    }
    SourceFile file = SourceFile.of(function.name() + " by " + parameter, text);
    return Optional.of(Checker.checkDerivative(function, Parser.parseExpression(file), library));
  }

  @Override
  public void remember(LibraryFunction primitive) {
    LibraryFunction before = primitives.put(primitive.primitive().orElseThrow(), primitive);
    if (before != null && !before.equals(primitive)) {
      throw new IllegalStateException("two prelude entries " + primitive.primitive());
    }
  }

  @Override
  public LibraryFunction behind(Primitive primitive) {
    LibraryFunction function = primitives.get(primitive);
    if (function == null) {
      throw new IllegalStateException("no prelude entry for " + primitive);
    }
    return function;
  }
}
