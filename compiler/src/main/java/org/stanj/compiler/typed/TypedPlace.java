package org.stanj.compiler.typed;

import java.util.List;
import org.stanj.compiler.source.Span;

/**
 * What an assignment writes to: a variable, or a part of it.
 *
 * @param steps from the variable to the part
 * @param type of the part
 */
public record TypedPlace(Symbol symbol, List<Step> steps, StanType type, Span span) {
  public TypedPlace {
    steps = List.copyOf(steps);
  }

  /** One step inwards. */
  public sealed interface Step {}

  /** {@code [i, j]}. */
  public record At(List<TypedIndex> indices) implements Step {
    public At {
      indices = List.copyOf(indices);
    }
  }

  /**
   * {@code .2}.
   *
   * @param index counted from 0
   */
  public record Member(int index) implements Step {}
}
