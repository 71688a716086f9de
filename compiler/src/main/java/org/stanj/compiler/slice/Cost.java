package org.stanj.compiler.slice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * What one element of a group costs, roughly: in operations of the machine, each about half of a
 * nanosecond with its derivative. Inner loops count as often as they run, if that is known before
 * the group.
 */
final class Cost {
  /** A library function over scalars, or the part of a kernel that does not depend on sizes. */
  private static final int CALL = 20;

  /** Rounds of a loop whose bounds are not known beforehand. */
  private static final int ROUNDS = 8;

  private final Set<Var> inside = new HashSet<>();

  private Cost(Group group) {
    group.members().forEach(m -> m.walk(s -> inside.addAll(Variables.defined(s))));
    group.made().forEach(d -> inside.add(d.variable()));
  }

  /** Of one element, as a real expression. */
  static Expr of(Group group) {
    Cost cost = new Cost(group);
    Expr sum = Exprs.ZERO;
    for (Stmt member : group.members()) {
      sum = Exprs.add(sum, cost.element(member));
    }
    return sum;
  }

  /** Of one element, where all that is not known counts as a little. */
  static double least(Group group) {
    Expr known =
        of(group)
            .rewriteBottomUp(
                e -> e.kind() == org.stanj.compiler.core.Kind.INT ? Exprs.integer(1) : e);
    return known instanceof Expr.RealLiteral r ? r.value() : CALL;
  }

  /** How many containers of parameters have an element that only this element of the group uses. */
  static int carried(Group group, Predicate<Var> active) {
    Set<Var> carried = new HashSet<>();
    for (Stmt member : group.members()) {
      if (member instanceof Compound.For f) {
        f.walk(
            s ->
                s.forEachExpression(
                    e ->
                        e.walk(
                            x -> {
                              if (x instanceof Expr.Load l && isOwn(l, f.index())) {
                                carried.add(l.container());
                              }
                            })));
      }
    }
    group.made().forEach(d -> carried.remove(d.variable()));
    carried.removeIf(v -> v.storage() == Var.Storage.FIELD || !active.test(v));
    return carried.size();
  }

  private static boolean isOwn(Expr.Load l, Var index) {
    return l.at().stream().anyMatch(e -> Variables.in(e).equals(Set.of(index)));
  }

  private Expr element(Stmt member) {
    if (member instanceof Compound.For f) {
      return list(f.body());
    }
    if (member instanceof Stmt.Kernel k) {
      Var first = ((Operand.Container) k.arguments().get(0)).variable();
      return Exprs.multiply(Exprs.real(2), Exprs.toReal(new Expr.Dim(first, 1)));
    }
    return Exprs.ONE;
  }

  private Expr list(List<Stmt> body) {
    Expr sum = Exprs.ZERO;
    for (Stmt s : body) {
      sum = Exprs.add(sum, statement(s));
    }
    return sum;
  }

  private Expr statement(Stmt s) {
    int[] own = {s instanceof Stmt.Kernel || s instanceof Stmt.Call ? CALL : 1};
    own[0] += s instanceof Stmt.Increment ? 1 : 0;
    s.forEachExpression(e -> e.walk(x -> own[0] += weight(x)));
    Expr[] sum = {Exprs.real(s instanceof Stmt.Reject ? 0 : own[0])};
    Expr rounds = s instanceof Compound.For f ? rounds(f) : Exprs.ONE;
    s.forEachBody(b -> sum[0] = Exprs.add(sum[0], Exprs.multiply(rounds, list(b))));
    return sum[0];
  }

  private static int weight(Expr e) {
    return e instanceof Expr.Apply ? CALL : e instanceof Expr.Operation ? 1 : 0;
  }

  private Expr rounds(Compound.For f) {
    Expr count = Exprs.addInt(Exprs.subtractInt(f.to(), f.from()), Exprs.integer(1));
    boolean[] known = {true};
    count.walk(x -> known[0] &= !(x instanceof Expr.Load || x instanceof Expr.Apply));
    known[0] &= Variables.in(count).stream().noneMatch(inside::contains);
    return known[0] ? Exprs.toReal(count) : Exprs.real(ROUNDS);
  }
}
