package org.stanj.compiler.typed;

import java.util.Optional;

/** The constraint of a declaration. Bounds are scalars or containers of the variable's shape. */
public sealed interface Transform {
  /** No constraint. */
  record None() implements Transform {}

  /** Lower and/or upper bound: at least one of them. */
  record Bounds(Optional<TypedExpr> lower, Optional<TypedExpr> upper) implements Transform {}

  /** Offset and/or multiplier: at least one of them. */
  record OffsetMultiplier(Optional<TypedExpr> offset, Optional<TypedExpr> multiplier)
      implements Transform {}

  /** A constrained type, by its name in the language, e.g. {@code simplex}. */
  record Named(String type) implements Transform {}
}
