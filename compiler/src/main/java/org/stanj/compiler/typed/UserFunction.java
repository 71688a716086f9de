package org.stanj.compiler.typed;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.Span;

/**
 * A function of the program (or the body of a library function). The body is set after all headers
 * are known, since functions may call each other.
 */
public final class UserFunction {
  private final String name;
  private final List<Symbol> parameters;
  private final StanType result;
  private final Span span;
  private Optional<List<TypedStmt>> body = Optional.empty();

  public UserFunction(String name, List<Symbol> parameters, StanType result, Span span) {
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.result = result;
    this.span = span;
  }

  /** As written, with suffix: {@code foo_lpdf}. */
  public String name() {
    return name;
  }

  public List<Symbol> parameters() {
    return parameters;
  }

  /** {@link StanType#VOID} if it returns nothing. */
  public StanType result() {
    return result;
  }

  public Span span() {
    return span;
  }

  /** Gives the function its body, once. */
  public void define(List<TypedStmt> statements) {
    if (body.isPresent()) {
      throw new IllegalStateException("defined twice: " + name);
    }
    body = Optional.of(List.copyOf(statements));
  }

  public List<TypedStmt> body() {
    return body.orElseThrow(() -> new IllegalStateException("not defined: " + name));
  }

  /** Whether it may be called as {@code _lupdf} or {@code _lupmf}. */
  public boolean isDensity() {
    return name.endsWith("_lpdf") || name.endsWith("_lpmf");
  }
}
