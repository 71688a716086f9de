package org.stanj.compiler.lint;

import java.util.List;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.typed.TypedProgram;

/** A set of warnings that a user can ask for. */
public enum Advice {
  /** {@code --warn-pedantic}. */
  PEDANTIC,
  /** {@code --warn-uninitialized}; part of the pedantic ones. */
  UNINITIALIZED;

  /** The warnings about a program. */
  public List<Diagnostic> about(TypedProgram program) {
    return switch (this) {
      case PEDANTIC -> Lint.pedantic(program);
      case UNINITIALIZED -> Lint.uninitialized(program);
    };
  }
}
