package org.stanj.compiler.lower;

import java.util.List;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.typed.NestedBodies;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;

/** Finds what the checker accepts, as stanc does, and what cannot be lowered (yet). */
final class Unsupported {
  private Unsupported() {}

  /**
   * Refuses a program that cannot be lowered although it is right.
   *
   * @throws DiagnosticException at the first such statement in the program's text
   */
  static void refuse(TypedProgram program) {
    program.functions().forEach(f -> inStatements(f.body()));
    inStatements(program.transformedData());
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
      NestedBodies.of(s).forEach(Unsupported::inStatements);
    }
  }

  /** What stanc lets pass, and the C++ compiler refuses. */
  private static void requireReal(TypedExpr value) {
    if (value.type().isComposite()) {
      throw DiagnosticException.of(
          ErrorCode.COMPOUND_TYPES, value.span(), "+=", "real", value.type().toString());
    }
  }
}
