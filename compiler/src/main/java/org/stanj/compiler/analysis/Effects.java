package org.stanj.compiler.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * What statements and all below them read, write and do. A scalar and the reference and sizes of a
 * container stand for themselves; elements stand under {@link Elements}.
 */
public final class Effects {
  /** The elements of all containers that share the storage of this one. */
  public record Elements(Var storage) {}

  private final Aliases aliases;
  private final Set<String> visibleFunctions;
  private final Map<Object, Integer> reads = new HashMap<>();
  private final Map<Object, Integer> writes = new HashMap<>();
  private boolean visible;
  private boolean leaves;

  private Effects(Aliases aliases, Set<String> visibleFunctions) {
    this.aliases = aliases;
    this.visibleFunctions = visibleFunctions;
  }

  public static Effects of(List<Stmt> body, Aliases aliases, Set<String> visibleFunctions) {
    Effects effects = new Effects(aliases, visibleFunctions);
    body.forEach(s -> s.walk(effects::statement));
    return effects;
  }

  /** Everything that is written; may be changed by the caller. */
  public Set<Object> writes() {
    return new HashSet<>(writes.keySet());
  }

  public Set<Object> reads() {
    return reads.keySet();
  }

  public int timesRead(Var v) {
    return reads.getOrDefault(v, 0);
  }

  public int timesWritten(Var v) {
    return writes.getOrDefault(v, 0);
  }

  /** Whether anything but a rejection can be noticed from outside, or random numbers are drawn. */
  public boolean visible() {
    return visible;
  }

  /** Whether a return, break or continue stands anywhere below. */
  public boolean leaves() {
    return leaves;
  }

  /** Whether the statements of both may change places, their sums in the target apart. */
  public boolean commutes(Effects other) {
    return isClearOf(other) && other.isClearOf(this);
  }

  private boolean isClearOf(Effects other) {
    return writes.keySet().stream()
        .filter(what -> !what.equals(Target.VARIABLE))
        .noneMatch(what -> other.reads.containsKey(what) || other.writes.containsKey(what));
  }

  private void statement(Stmt s) {
    s.forEachExpression(e -> e.walk(this::expression));
    Variables.defined(s).forEach(this::write);
    for (Var v : Variables.elementsWritten(s)) {
      read(v);
      write(elements(v));
    }
    for (Var v : Variables.containersRead(s)) {
      read(v);
      if (!(s instanceof Stmt.View)) {
        read(elements(v));
      }
    }
    if (s instanceof Stmt.AddTarget) {
      read(Target.VARIABLE);
      write(Target.VARIABLE);
    } else if (s instanceof Stmt.Accumulate a) {
      read(elements(a.container()));
    } else if (s instanceof Stmt.Declare || s instanceof Stmt.Call || s instanceof Stmt.Kernel) {
      Variables.defined(s).stream().filter(v -> !v.isScalar()).forEach(v -> write(elements(v)));
    }
    leaves |= Exits.isExit(s);
    visible |=
        VisibleFunctions.isVisible(s)
            || Variables.functionsCalled(s).stream().anyMatch(visibleFunctions::contains);
  }

  private void expression(Expr e) {
    if (e instanceof Expr.Read r) {
      read(r.variable());
    } else if (e instanceof Expr.Dim d) {
      read(d.container());
    } else if (e instanceof Expr.Load l) {
      read(l.container());
      read(elements(l.container()));
    }
    visible |= e instanceof Expr.Apply a && a.primitive().random();
  }

  private Elements elements(Var container) {
    return new Elements(aliases.storage(container));
  }

  private void read(Object what) {
    reads.merge(what, 1, Integer::sum);
  }

  private void write(Object what) {
    writes.merge(what, 1, Integer::sum);
  }
}
