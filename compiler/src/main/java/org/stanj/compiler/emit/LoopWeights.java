package org.stanj.compiler.emit;

import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;

/**
 * What a loop adds to its bytes when methods are split: it takes HotSpot's compiler as long as a
 * multiple of them without loops.
 */
final class LoopWeights {
  /** In bytes. */
  private static final int LOOP = 500;

  /** Rounds that are soon done. */
  private static final int FEW = 16;

  private LoopWeights() {}

  /** Of a loop that is in no other. */
  static int outside(Compound.For loop) {
    return LOOP;
  }

  /**
   * Of a loop in a loop. A call in each round of the outer loop must be worth it: an inner loop
   * that counts to a number made there, or to a small one, is taken for short.
   */
  static int inside(Compound.For loop) {
    boolean isShort = loop.to() instanceof Expr.IntLiteral to && to.value() <= FEW;
    return !isShort && isFixed(loop.from()) && isFixed(loop.to()) ? LOOP : 0;
  }

  /** Whether an expression is of data and sizes only. */
  private static boolean isFixed(Expr bound) {
    boolean[] fixed = {true};
    bound.walk(
        e ->
            fixed[0] &=
                !(e instanceof Expr.Load)
                    && !(e instanceof Expr.Read r && Uses.isLocal(r.variable())));
    return fixed[0];
  }
}
