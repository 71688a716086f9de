package org.stanj.compiler.lower.value;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;

/**
 * One dimension of a container under an index.
 *
 * @param single the position from 0, if the dimension is dropped
 * @param size of what is kept
 * @param position from 0 in the base for a position from 0 in what is kept
 * @param start of a contiguous run, if it is one
 * @param whole whether all of the dimension is kept in order
 */
public record Axis(
    Optional<Expr> single,
    Expr size,
    UnaryOperator<Expr> position,
    Optional<Expr> start,
    boolean whole) {
  /** The whole dimension. */
  public static Axis whole(Expr size) {
    return new Axis(Optional.empty(), size, i -> i, Optional.of(Exprs.integer(0)), true);
  }
}
