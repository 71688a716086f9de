package org.stanj.compiler.simplify;

import java.util.List;
import java.util.Set;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;

/**
 * Loops that add the same terms to the target in each iteration of a loop around them, such as the
 * logarithm of a determinant: they can run once, with each term times the number of iterations.
 */
final class RepeatedSums {
  private final MotionFacts facts;
  private final Effects around;
  private final Set<Object> written;

  /**
   * @param around what the whole outer loop does
   * @param written what it still writes
   */
  RepeatedSums(MotionFacts facts, Effects around, Set<Object> written) {
    this.facts = facts;
    this.around = around;
    this.written = written;
  }

  /** Whether the loop does the same in each iteration of that around it, and only adds. */
  boolean isRepeated(Compound.For loop) {
    boolean[] adds = {true};
    loop.walk(
        s ->
            adds[0] &=
                s instanceof Compound.For
                    || s instanceof Compound.If
                    || s instanceof Stmt.AddTarget
                    || s instanceof Stmt.Assign
                    || s instanceof Stmt.Increment);
    if (!adds[0]) {
      return false;
    }
    Effects own = Effects.of(List.of(loop), facts.aliases, facts.visibleFunctions);
    boolean same = !own.visible();
    for (Object what : own.writes()) {
      same &=
          what.equals(Target.VARIABLE)
              || (what instanceof Var v
                  && facts.isFixed(v)
                  && around.timesRead(v) == own.timesRead(v));
    }
    for (Object what : own.reads()) {
      same &= own.writes().contains(what) || !written.contains(what);
    }
    return same;
  }

  /** The loop with each term multiplied. */
  static Stmt times(Expr count, Stmt s) {
    return s instanceof Stmt.AddTarget t
        ? new Stmt.AddTarget(Exprs.multiply(count, t.value()))
        : s.mapBodies(b -> b.stream().map(x -> times(count, x)).toList());
  }
}
