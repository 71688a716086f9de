package org.stanj.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.Span;

/**
 * {@code type a, b = e;}: at least one variable, all of one type. Old syntax with dimensions after
 * the names ({@code real a[N], b;}) becomes several declarations.
 */
public record Declaration(TypeSyntax type, List<Declarator> variables, Span span) {
  public Declaration {
    variables = List.copyOf(variables);
  }

  /** One name of a declaration, with the value it starts from if one is given. */
  public record Declarator(Identifier name, Optional<Expression> initializer, Span span) {}
}
