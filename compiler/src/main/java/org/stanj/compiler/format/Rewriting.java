package org.stanj.compiler.format;

import java.util.Set;
import org.stanj.compiler.syntax.Program;

/** Changes the syntax of programs to what is canonical. */
final class Rewriting {
  private Rewriting() {}

  static Program canonical(Program program, Set<Canonical> changes) {
    return program;
  }
}
