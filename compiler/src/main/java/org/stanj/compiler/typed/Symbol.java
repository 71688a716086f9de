package org.stanj.compiler.typed;

import org.stanj.compiler.source.Span;

/** A variable of the program; symbols are equal only if they are the same. */
public final class Symbol {
  /** Where a variable is declared. */
  public enum Origin {
    DATA,
    TRANSFORMED_DATA,
    PARAMETERS,
    TRANSFORMED_PARAMETERS,
    GENERATED_QUANTITIES,
    /** A local of any block or function. */
    LOCAL,
    /** The index of a loop over a range, or the element of a foreach loop. */
    LOOP,
    ARGUMENT
  }

  private final String name;
  private final StanType type;
  private final Origin origin;
  private final boolean dataOnly;
  private final Span span;

  /**
   * @param dataOnly whether every value it can hold is data by Stan's typing rules: data blocks,
   *     ints but arguments, arguments declared {@code data}, variables and locals of generated
   *     quantities
   */
  public Symbol(String name, StanType type, Origin origin, boolean dataOnly, Span span) {
    this.name = name;
    this.type = type;
    this.origin = origin;
    this.dataOnly = dataOnly;
    this.span = span;
  }

  public String name() {
    return name;
  }

  public StanType type() {
    return type;
  }

  public Origin origin() {
    return origin;
  }

  public boolean dataOnly() {
    return dataOnly;
  }

  /** Where it is declared. */
  public Span span() {
    return span;
  }

  @Override
  public String toString() {
    return name;
  }
}
