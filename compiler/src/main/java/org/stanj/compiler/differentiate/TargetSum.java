package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;

/** Function bodies as sums: what they return or add to the target stands in {@code AddTarget}. */
final class TargetSum {
  private TargetSum() {}

  /** The log density's body without the variable that adds it up. */
  static List<Stmt> of(List<Stmt> body) {
    List<Stmt> sum = new ArrayList<>();
    boolean read = Target.isRead(body);
    Var whole = Var.local("target_so_far", CoreType.REAL);
    for (Stmt s : body) {
      if (s instanceof Stmt.Return) {
        if (read) {
          sum.add(new Stmt.AddTarget(Exprs.read(whole)));
        }
      } else if (s instanceof Stmt.Assign a && a.variable().equals(Target.VARIABLE)) {
        if (read) {
          sum.add(new Stmt.Assign(whole, a.value(), a.line()));
        }
      } else {
        sum.add(read ? asVariable(s, whole) : s);
      }
    }
    return sum;
  }

  private static Stmt asVariable(Stmt s, Var whole) {
    Stmt inside = s.mapBodies(b -> b.stream().map(t -> asVariable(t, whole)).toList());
    Stmt renamed =
        inside.mapExpressions(
            e -> e.rewriteBottomUp(x -> Target.isReadBy(x) ? Exprs.read(whole) : x));
    return renamed instanceof Stmt.AddTarget t
        ? new Stmt.Increment(whole, t.value(), t.line())
        : renamed;
  }

  /** The body of a slice, which returns its target, or any other sum that becomes it. */
  static List<Stmt> ofSlice(CoreFunction f) {
    return lastReturn(f).equals(Target.end()) ? of(f.body()) : ofResult(f);
  }

  /** The body of a function with a scalar result, which becomes its target. */
  static List<Stmt> ofResult(CoreFunction f) {
    Stmt.Return last = lastReturn(f);
    List<Stmt> body = new ArrayList<>(withoutReturn(f));
    Operand value = last.value().orElseThrow();
    body.add(new Stmt.AddTarget(((Operand.Scalar) value).value()));
    return body;
  }

  /** The body of a function with a container as result, which it names at its end. */
  static List<Stmt> ofResult(CoreFunction f, Var name) {
    Stmt.Return last = lastReturn(f);
    List<Stmt> body = new ArrayList<>(withoutReturn(f));
    Operand value = last.value().orElseThrow();
    body.add(Exits.wholeView(name, ((Operand.Container) value).variable()));
    return body;
  }

  private static List<Stmt> withoutReturn(CoreFunction f) {
    return f.body().subList(0, f.body().size() - 1);
  }

  private static Stmt.Return lastReturn(CoreFunction f) {
    if (f.body().isEmpty() || !(f.body().get(f.body().size() - 1) instanceof Stmt.Return last)) {
      throw new IllegalStateException(f.name() + " does not end with its return");
    }
    return last;
  }

  /** Each addition in a region of its own, so that it is reversed where it stands. */
  static List<Stmt> grouped(List<Stmt> body) {
    List<Stmt> grouped = new ArrayList<>();
    for (Stmt s : body) {
      if (s instanceof Stmt.AddTarget t && !Exprs.isAtom(t.value())) {
        grouped.add(new Compound.Region(List.of(s)));
      } else if (s instanceof Compound.Region) {
        grouped.add(s);
      } else {
        grouped.add(s.mapBodies(TargetSum::grouped));
      }
    }
    return grouped;
  }

  /** Without printing: a function that is run again to find its derivatives prints once only. */
  static List<Stmt> silent(List<Stmt> body) {
    return body.stream()
        .filter(s -> !(s instanceof Stmt.Print))
        .map(s -> s.mapBodies(TargetSum::silent))
        .toList();
  }
}
