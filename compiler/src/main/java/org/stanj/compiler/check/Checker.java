package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.library.Constraint;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.source.LineNumbers;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BlockKind;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;
import org.stanj.compiler.typed.UserFunction;

/**
 * Checks programs, and the texts of the library. The first error of a program is thrown as a {@link
 * org.stanj.compiler.diagnostic.DiagnosticException}.
 */
public final class Checker {
  private static final String RESULT = "result";

  private final Session session;
  private final Statements statements;

  private Checker(Session session) {
    this.session = session;
    this.statements = new Statements(session);
  }

  /**
   * The typed form of a program.
   *
   * @param modelName as stanc forms it, {@code <file>_model}; the program may not use it as a name
   * @param warnings is given each warning as it is found
   */
  public static TypedProgram check(
      Program program, String modelName, Library library, Consumer<Diagnostic> warnings) {
    return check(program, CheckOptions.lenient(modelName), library, warnings);
  }

  /**
   * The typed form of a program. A function without a definition, where that is allowed, has an
   * empty body.
   *
   * @param warnings is given each warning as it is found
   */
  public static TypedProgram check(
      Program program, CheckOptions options, Library library, Consumer<Diagnostic> warnings) {
    return new Checker(new Session(library, options, warnings))
        .program(program, options.modelName());
  }

  /**
   * The typed body of a library function. Kernels and internal functions are visible.
   *
   * @param definition what {@link LibraryFunction#text()} parses to
   */
  public static UserFunction checkLibraryBody(
      LibraryFunction function, FunctionDefinition definition, Library library) {
    Session session = new Session(library, CheckOptions.lenient(""), warning -> {});
    for (LibraryFunction.Parameter parameter : function.parameters()) {
      if (parameter.function()) {
        session.scopes().declare(callback(parameter, definition.span()));
      }
    }
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
    StanType result = definition.returnType().map(Types::of).orElse(StanType.VOID);
    UserFunction typed = new UserFunction(function.name(), parameters, result, definition.span());
    new FunctionsBlock(session, new Statements(session)).body(typed, definition, true);
    return typed;
  }

  /** A function among the parameters, which the text of the body's definition does not have. */
  private static Symbol callback(LibraryFunction.Parameter parameter, Span span) {
    return new Symbol(parameter.name(), StanType.FUNCTION, Symbol.Origin.ARGUMENT, true, span);
  }

  /**
   * The typed partial derivative of a primitive. Its variables are named as the primitive's
   * parameters, or {@code result} for the value; the type is real.
   */
  public static TypedExpr checkDerivative(
      LibraryFunction function, Expression derivative, Library library) {
    Session session = new Session(library, CheckOptions.lenient(""), warning -> {});
    session.moveTo(Surroundings.body(function.name(), StanType.REAL, true));
    Span span = derivative.span();
    for (LibraryFunction.Parameter parameter : function.parameters()) {
      StanType type = Pattern.of(parameter.type()).type();
      session
          .scopes()
          .declare(new Symbol(parameter.name(), type, Symbol.Origin.ARGUMENT, false, span));
    }
    session
        .scopes()
        .declare(new Symbol(RESULT, StanType.REAL, Symbol.Origin.ARGUMENT, false, span));
    return Types.promote(new Expressions(session).check(derivative), StanType.REAL);
  }

  /** The typed size of a constrained type on the unconstrained scale, over the sizes of its own. */
  public static TypedExpr checkSize(Constraint constraint, Expression size, Library library) {
    Session session = new Session(library, CheckOptions.lenient(""), warning -> {});
    session.moveTo(Surroundings.body(constraint.type(), StanType.INT, true));
    for (String name : constraint.sizes()) {
      session
          .scopes()
          .declare(new Symbol(name, StanType.INT, Symbol.Origin.ARGUMENT, true, size.span()));
    }
    return new Expressions(session).intValue(size, "A size");
  }

  private TypedProgram program(Program program, String modelName) {
    new FunctionsBlock(session, statements).check(program.functions());
    return new TypedProgram(
        modelName,
        LineNumbers.of(program.file(), program.included()),
        session.functions().all(),
        declarations(Region.DATA, program.statements(BlockKind.DATA)),
        block(Region.TRANSFORMED_DATA, program.statements(BlockKind.TRANSFORMED_DATA)),
        declarations(Region.PARAMETERS, program.statements(BlockKind.PARAMETERS)),
        block(Region.TRANSFORMED_PARAMETERS, program.statements(BlockKind.TRANSFORMED_PARAMETERS)),
        model(program),
        block(Region.GENERATED_QUANTITIES, program.statements(BlockKind.GENERATED_QUANTITIES)));
  }

  private List<TypedStmt> block(Region region, List<org.stanj.compiler.syntax.Statement> contents) {
    session.moveTo(Surroundings.block(region));
    return statements.sequence(contents);
  }

  private List<TypedStmt> model(Program program) {
    session.scopes().enter();
    List<TypedStmt> model = block(Region.MODEL, program.statements(BlockKind.MODEL));
    session.scopes().leave();
    return model;
  }

  private List<Declaration> declarations(
      Region region, List<org.stanj.compiler.syntax.Statement> contents) {
    List<Declaration> declarations = new ArrayList<>();
    for (TypedStmt statement : block(region, contents)) {
      declarations.add(((TypedStmt.Declare) statement).declaration());
    }
    return declarations;
  }
}
