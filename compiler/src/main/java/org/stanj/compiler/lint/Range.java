package org.stanj.compiler.lint;

import java.util.Optional;
import java.util.OptionalDouble;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedExpr;

/** The interval that the constraint of a variable leaves to its elements. */
record Range(End lower, End upper) {
  private static final End NONE = new End(false, OptionalDouble.empty());

  /**
   * One end.
   *
   * @param present whether there is one
   * @param value if its text tells it
   */
  record End(boolean present, OptionalDouble value) {
    static End at(double value) {
      return new End(true, OptionalDouble.of(value));
    }

    static End of(TypedExpr bound) {
      return Literal.of(bound)
          .map(literal -> at(literal.value()))
          .orElse(new End(true, OptionalDouble.empty()));
    }
  }

  static Range of(Transform transform) {
    if (transform instanceof Transform.Bounds bounds) {
      return new Range(end(bounds.lower()), end(bounds.upper()));
    }
    String type = transform instanceof Transform.Named named ? named.type() : "";
    return switch (type) {
      case "simplex" -> new Range(End.at(0), End.at(1));
      case "positive_ordered" -> new Range(End.at(0), NONE);
      default -> new Range(NONE, NONE);
    };
  }

  private static End end(Optional<TypedExpr> bound) {
    return bound.map(End::of).orElse(NONE);
  }

  /** Whether both ends are known. */
  boolean isKnown() {
    return lower.value().isPresent() && upper.value().isPresent();
  }

  /** Whether its ends are known to be these. */
  boolean is(double from, double to) {
    return isKnown() && lower.value().getAsDouble() == from && upper.value().getAsDouble() == to;
  }

  /** Whether its ends are known and leave nothing, or one value, between them. */
  boolean isEmpty() {
    return isKnown() && lower.value().getAsDouble() >= upper.value().getAsDouble();
  }

  /**
   * Whether another interval may be meant to be the same one. The first end that is known of both
   * decides.
   */
  boolean mayEqual(Range other) {
    if (lower.value().isPresent() && other.lower.value().isPresent()) {
      return lower.value().getAsDouble() == other.lower.value().getAsDouble();
    }
    return upper.value().isEmpty()
        || other.upper.value().isEmpty()
        || upper.value().getAsDouble() == other.upper.value().getAsDouble();
  }
}
