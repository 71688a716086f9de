package org.stanj.compiler.format;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.syntax.Statement;

/** Puts the bodies of branches and of loops over ranges into braces, as stanc does. */
final class Braces {
  private Braces() {}

  static Statement around(Statement statement) {
    if (statement instanceof Statement.If node) {
      Optional<Statement> whenFalse =
          node.whenFalse().map(other -> other instanceof Statement.If ? other : block(other));
      return new Statement.If(node.condition(), block(node.whenTrue()), whenFalse, node.span());
    }
    if (statement instanceof Statement.While node) {
      return new Statement.While(node.condition(), block(node.body()), node.span());
    }
    if (statement instanceof Statement.For node) {
      return new Statement.For(
          node.variable(), node.lower(), node.upper(), block(node.body()), node.span());
    }
    return statement;
  }

  private static Statement block(Statement body) {
    return body instanceof Statement.Block ? body : new Statement.Block(List.of(body), body.span());
  }
}
