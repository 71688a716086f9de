package org.stanj.compiler.format;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.Rewrite;
import org.stanj.compiler.syntax.Statement;

/** Changes the syntax of programs to what is canonical. */
final class Rewriting {
  private Rewriting() {}

  static Program canonical(Program program, Set<Canonical> changes) {
    boolean deprecations = changes.contains(Canonical.DEPRECATIONS);
    boolean parentheses = changes.contains(Canonical.PARENTHESES);
    UnaryOperator<Expression> renamed = deprecations ? Deprecations::renamed : e -> e;
    UnaryOperator<Expression> single = parentheses ? Parentheses::single : e -> e;
    UnaryOperator<Expression> none = parentheses ? Parentheses::none : e -> e;
    UnaryOperator<Statement> braces = changes.contains(Canonical.BRACES) ? Braces::around : s -> s;
    Program read = deprecations ? Deprecations.withoutDeclarations(program) : program;
    return new Rewrite(e -> single.apply(renamed.apply(e)), none, braces).of(read);
  }
}
