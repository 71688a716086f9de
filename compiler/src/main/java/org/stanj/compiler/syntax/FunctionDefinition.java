package org.stanj.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.Span;

/**
 * A function of the user, or its forward declaration.
 *
 * @param returnType empty for {@code void}
 * @param body empty for a forward declaration
 */
public record FunctionDefinition(
    Optional<UnsizedType> returnType,
    Identifier name,
    List<Parameter> parameters,
    Optional<Statement.Block> body,
    Span span) {
  public FunctionDefinition {
    parameters = List.copyOf(parameters);
  }

  /**
   * One argument in the head of a function.
   *
   * @param dataOnly whether {@code data} stands before the type
   */
  public record Parameter(boolean dataOnly, UnsizedType type, Identifier name, Span span) {}
}
