package org.stanj.compiler.typed;

import java.util.Optional;

/** One index position. */
public sealed interface TypedIndex {
  /** One int: drops the dimension. */
  record Single(TypedExpr at) implements TypedIndex {}

  /** An array of ints: keeps the dimension. */
  record Multi(TypedExpr at) implements TypedIndex {}

  /** {@code a:b}, {@code a:}, {@code :b}: keeps the dimension. */
  record Range(Optional<TypedExpr> from, Optional<TypedExpr> to) implements TypedIndex {}

  /** {@code :} or nothing: keeps the dimension. */
  record All() implements TypedIndex {}
}
