package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Two branches in one list with the same condition become one, where what stands between them can
 * stand before both: a condition of the log density and the same of its reverse sweep. What the
 * first one makes is then seen to be there in the second one, so that iterations hand nothing on.
 */
public final class JoinedBranches {
  private final Aliases aliases;

  private JoinedBranches(CoreFunction f) {
    aliases = new Aliases(f.body());
  }

  public static CoreProgram run(CoreProgram program) {
    return program.mapFunctions(f -> f.withBody(new JoinedBranches(f).list(f.body())));
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt given : body) {
      Stmt s = given.mapBodies(this::list);
      Optional<Integer> earlier = s instanceof Compound.If i ? earlier(i, out) : Optional.empty();
      if (earlier.isEmpty()) {
        out.add(s);
        continue;
      }
      Compound.If first = (Compound.If) out.remove((int) earlier.get());
      out.add(joined(first, (Compound.If) s));
    }
    return out;
  }

  /** Where a branch with the same condition stands that this one can follow at once. */
  private Optional<Integer> earlier(Compound.If second, List<Stmt> before) {
    int at = before.size() - 1;
    while (at >= 0 && before.get(at) instanceof Stmt.Assign a && !hasEffect(a.value())) {
      at--;
    }
    boolean same =
        at >= 0
            && before.get(at) instanceof Compound.If first
            && first.test().equals(second.test())
            && isFixed(second.test(), before.subList(at, before.size()))
            && !Exits.mayLeave(first)
            && canPass(before.subList(at + 1, before.size()), first);
    return same ? Optional.of(at) : Optional.empty();
  }

  private static boolean hasEffect(Expr e) {
    boolean[] found = {false};
    e.walk(x -> found[0] |= x instanceof Expr.Apply a && a.hasEffect());
    return found[0];
  }

  /** Whether a condition is of scalars, and the same before and behind statements. */
  private boolean isFixed(Expr test, List<Stmt> statements) {
    Set<Var> in = Variables.in(test);
    return !hasEffect(test)
        && in.stream().allMatch(Var::isScalar)
        && Collections.disjoint(in, effects(statements).writes());
  }

  /** Whether assignments may stand before a branch as well as behind it. */
  private boolean canPass(List<Stmt> assignments, Compound.If branch) {
    Effects own = effects(assignments);
    return !own.reads().contains(Target.VARIABLE) && own.commutes(effects(List.of(branch)));
  }

  private Effects effects(List<Stmt> statements) {
    return Effects.of(statements, aliases, Set.of());
  }

  private Compound.If joined(Compound.If first, Compound.If second) {
    List<Stmt> yes = new ArrayList<>(first.yes());
    yes.addAll(second.yes());
    List<Stmt> no = new ArrayList<>(first.no());
    no.addAll(second.no());
    return new Compound.If(first.test(), list(yes), list(no));
  }
}
