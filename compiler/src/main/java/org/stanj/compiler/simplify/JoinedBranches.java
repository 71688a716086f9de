package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Two branches in one list with the same condition become one, where what stands between them can
 * stand before both: a condition of the log density and the same of its reverse sweep. What the
 * first one makes is then seen to be there in the second one, so that iterations hand nothing on.
 */
public final class JoinedBranches {
  private JoinedBranches() {}

  public static CoreProgram run(CoreProgram program) {
    return program.mapFunctions(f -> f.withBody(list(f.body())));
  }

  private static List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt given : body) {
      Stmt s = given.mapBodies(JoinedBranches::list);
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
  private static Optional<Integer> earlier(Compound.If second, List<Stmt> before) {
    Set<Var> condition = Variables.in(second.test());
    if (!condition.stream().allMatch(Var::isScalar) || !isPure(second.test())) {
      return Optional.empty();
    }
    int at = before.size() - 1;
    while (at >= 0 && before.get(at) instanceof Stmt.Assign) {
      at--;
    }
    if (at < 0
        || !(before.get(at) instanceof Compound.If first)
        || !first.test().equals(second.test())) {
      return Optional.empty();
    }
    List<Stmt> between = before.subList(at + 1, before.size());
    Set<Var> made = new HashSet<>();
    before.subList(at, before.size()).forEach(s -> s.walk(t -> made.addAll(Variables.defined(t))));
    boolean can =
        Collections.disjoint(condition, made)
            && !mayLeave(first)
            && between.stream().allMatch(s -> canPass((Stmt.Assign) s, first));
    return can ? Optional.of(at) : Optional.empty();
  }

  private static boolean isPure(Expr e) {
    boolean[] pure = {true};
    e.walk(
        x ->
            pure[0] &=
                !(x instanceof Expr.Apply a
                    && (a.primitive().rejects() || a.primitive().random())));
    return pure[0];
  }

  private static boolean mayLeave(Stmt s) {
    boolean[] leaves = {false};
    s.walk(
        t ->
            leaves[0] |=
                t instanceof Stmt.Break || t instanceof Stmt.Continue || t instanceof Stmt.Return);
    return leaves[0];
  }

  /** Whether an assignment may stand before a branch as well as behind it. */
  private static boolean canPass(Stmt.Assign a, Compound.If branch) {
    Set<Var> touched = Occurrences.in(branch).keySet();
    Set<Var> made = new HashSet<>();
    boolean[] writes = {false};
    branch.walk(
        t -> {
          made.addAll(Variables.defined(t));
          writes[0] |= !Variables.elementsWritten(t).isEmpty();
        });
    Set<Var> read = Variables.in(a.value());
    return isPure(a.value())
        && !touched.contains(a.variable())
        && Collections.disjoint(read, made)
        && read.stream().allMatch(v -> v.isScalar() || !writes[0]);
  }

  private static Compound.If joined(Compound.If first, Compound.If second) {
    List<Stmt> yes = new ArrayList<>(first.yes());
    yes.addAll(second.yes());
    List<Stmt> no = new ArrayList<>(first.no());
    no.addAll(second.no());
    return new Compound.If(first.test(), list(yes), list(no));
  }
}
