package org.stanj.compiler.lower;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;

/** Finds what the checker accepts, as stanc does, and what cannot be lowered (yet). */
final class Unsupported {
  private Unsupported() {}

  /**
   * Refuses a program that cannot be lowered although it is right.
   *
   * @throws DiagnosticException at the first such call in the program's text
   */
  static void refuse(TypedProgram program) {
    program.functions().forEach(f -> inStatements(f.body()));
    program.data().forEach(d -> inExpressions(DirectExpressions.of(d)));
    inStatements(program.transformedData());
    program.parameters().forEach(d -> inExpressions(DirectExpressions.of(d)));
    inStatements(program.transformedParameters());
    inStatements(program.model());
    inStatements(program.generatedQuantities());
  }

  private static void inStatements(List<TypedStmt> statements) {
    for (TypedStmt s : statements) {
      if (s instanceof TypedStmt.AddTarget add) {
        requireReal(add.value());
      } else if (s instanceof TypedStmt.AddJacobian add) {
        requireReal(add.value());
      }
      inExpressions(DirectExpressions.of(s));
      Assigned.bodies(s).forEach(Unsupported::inStatements);
    }
  }

  /** What stanc lets pass, and the C++ compiler refuses. */
  private static void requireReal(TypedExpr value) {
    if (value.type().isComposite()) {
      throw DiagnosticException.of(
          ErrorCode.COMPOUND_TYPES, value.span(), "+=", "real", value.type().toString());
    }
  }

  /** Works in a loop, since sums of thousands of terms are legal. */
  private static void inExpressions(List<TypedExpr> expressions) {
    Deque<TypedExpr> open = new ArrayDeque<>();
    push(expressions, open);
    while (!open.isEmpty()) {
      TypedExpr e = open.pop();
      Optional<String> name = missing(e);
      if (name.isPresent()) {
        throw DiagnosticException.of(ErrorCode.FUNCTION_NOT_SUPPORTED, e.span(), name.get());
      }
      push(Subexpressions.of(e), open);
    }
  }

  private static void push(List<TypedExpr> expressions, Deque<TypedExpr> open) {
    for (int i = expressions.size() - 1; i >= 0; i--) {
      open.push(expressions.get(i));
    }
  }

  private static Optional<String> missing(TypedExpr e) {
    if (e instanceof TypedExpr.LibraryCall call) {
      boolean declared = call.function().form() == LibraryFunction.Form.DECLARED;
      return Optional.of(call.function().name()).filter(name -> declared);
    }
    return Optional.empty();
  }
}
