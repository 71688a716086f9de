package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * What will stand before a loop, and which expressions may go there.
 *
 * <p>What cannot fail stands before the loop whether or not it runs. Loads that may be out of range
 * stand where the loop surely runs ("late"), and so does what depends on them.
 */
final class Preheader {
  /**
   * Of an expression in the loop.
   *
   * @param invariant the same value in each iteration
   * @param work worth a variable: more than ints, literals and variables
   * @param late may fail, or depends on what may: not before it is known that the loop runs
   * @param active carries derivatives
   * @param steep carries derivatives, and a factor of them may be infinite
   * @param costly calls a function or divides
   * @param throwing calls a function that may throw
   */
  record Traits(
      boolean invariant,
      boolean work,
      boolean late,
      boolean active,
      boolean steep,
      boolean costly,
      boolean throwing) {
    Traits with(Traits part) {
      return new Traits(
          invariant && part.invariant,
          work || part.work,
          late || part.late,
          active || part.active,
          steep || part.steep,
          costly || part.costly,
          throwing || part.throwing);
    }
  }

  private final MotionFacts facts;
  private final Set<Object> written;
  private final List<Stmt> before = new ArrayList<>();
  private final List<Stmt> late = new ArrayList<>();
  private final Set<Var> lateVariables = new HashSet<>();
  private final Map<Expr, Expr> values = new HashMap<>();
  private final Map<Expr, Traits> known = new IdentityHashMap<>();
  private boolean orderly = true;
  private int line;

  /**
   * @param written what the loop writes; what moves is taken out
   */
  Preheader(MotionFacts facts, Set<Object> written) {
    this.facts = facts;
    this.written = written;
  }

  List<Stmt> before() {
    return before;
  }

  /** What is to run before the loop if that runs at all. */
  List<Stmt> late() {
    return late;
  }

  /** From here on, what may fail stays where it is. */
  void keepOrder() {
    orderly = false;
  }

  boolean isOrderly() {
    return orderly;
  }

  Traits traits(Expr e) {
    Traits t = known.get(e);
    if (t == null) {
      t = look(e);
      known.put(e, t);
    }
    return t;
  }

  /** To be called before each statement: what moved before it is known as invariant from here. */
  void nextStatement() {
    known.clear();
  }

  /** What is moved from here on stands on the line of the program. */
  void on(int statement) {
    line = statement;
  }

  private Traits look(Expr e) {
    Traits all = node(e);
    boolean activeParts = false;
    for (Expr child : e.children()) {
      Traits t = traits(child);
      all = all.with(t);
      activeParts |= t.active();
    }
    boolean active = all.active() && e.kind() == Kind.REAL;
    boolean steep = active && (all.steep() || activeParts && !hasBoundedSlope(e));
    return new Traits(
        all.invariant(), all.work(), all.late(), active, steep, all.costly(), all.throwing());
  }

  /** Without what is in it. */
  private Traits node(Expr e) {
    boolean costly = e instanceof Expr.Apply || Exprs.isOperation(e, Operator.DIVIDE);
    boolean throwing = e instanceof Expr.Apply a && a.mayThrow();
    boolean active =
        (e instanceof Expr.Read || e instanceof Expr.Load) && facts.activity.isActive(e);
    return new Traits(isInvariant(e), isWork(e), isLate(e), active, false, costly, throwing);
  }

  private boolean isInvariant(Expr e) {
    if (e instanceof Expr.Read r) {
      return !written.contains(r.variable());
    }
    if (e instanceof Expr.Dim d) {
      return !written.contains(d.container());
    }
    if (e instanceof Expr.Load l) {
      Var storage = facts.aliases.storage(l.container());
      return !written.contains(l.container()) && !written.contains(new Effects.Elements(storage));
    }
    return !(e instanceof Expr.HasInit) && !(e instanceof Expr.Apply a && a.primitive().random());
  }

  private static boolean isWork(Expr e) {
    return e instanceof Expr.Apply
        || (e instanceof Expr.Load l && l.kind() == Kind.REAL)
        || (e instanceof Expr.Operation o
            && o.kind() == Kind.REAL
            && o.operator() != Operator.TO_REAL);
  }

  private boolean isLate(Expr e) {
    if (e instanceof Expr.Read r) {
      return isLate(r.variable());
    }
    if (e instanceof Expr.Dim d) {
      return isLate(d.container());
    }
    if (e instanceof Expr.Load l) {
      return isLate(l.container()) || !facts.ranges.inRange(l);
    }
    boolean division =
        Exprs.isOperation(e, Operator.DIVIDE_INT) || Exprs.isOperation(e, Operator.MODULO_INT);
    return division
        && (!(Exprs.operand(e, 1) instanceof Expr.IntLiteral)
            || Exprs.isInt(Exprs.operand(e, 1), 0));
  }

  private boolean isLate(Var v) {
    return lateVariables.contains(v) || !facts.assigned.contains(v);
  }

  private static boolean hasBoundedSlope(Expr e) {
    if (e instanceof Expr.Operation o) {
      return switch (o.operator()) {
        case ADD, SUBTRACT, NEGATE, TO_REAL, GUARDED -> true;
        case MULTIPLY -> o.operands().get(0) instanceof Expr.RealLiteral;
        default -> false;
      };
    }
    return e instanceof Expr.Load || e instanceof Expr.Choose;
  }

  /**
   * Whether the value may be computed before the loop. Where the expression is evaluated in some
   * iterations only, there may be none, and its derivative would be 0 times its slope, NaN if the
   * slope is infinite: then it moves only if it is worth a guard.
   */
  boolean mayMove(Expr e, Place place) {
    Traits t = traits(e);
    if (!t.invariant()) {
      return false;
    }
    if (place.always()) {
      return !t.late() || orderly;
    }
    return !t.late() && !t.throwing() && (place.test().isPresent() || !t.steep() || t.costly());
  }

  /** The value from before the loop. */
  Expr moved(Expr e, Place place) {
    Traits t = traits(e);
    Expr everywhere = values.get(e);
    if (everywhere != null) {
      return everywhere;
    }
    Expr value = isUncertain(t, place) ? Exprs.guarded(e) : e;
    if (place.test().isPresent() && (t.steep() || t.costly())) {
      Expr nothing = e.kind() == Kind.INT ? Exprs.integer(0) : Exprs.ZERO;
      value = new Expr.Choose(place.test().get(), e, nothing);
      Expr same = values.get(value);
      if (same != null) {
        return same;
      }
    }
    Var v = facts.local("fixed", e.kind(), t.active());
    place(new Stmt.Assign(v, value, line), t.late() || value != e && traits(value).late());
    return values.get(unguarded(value));
  }

  /** Whether it is not known if an iteration evaluates it, which its derivative has to mind. */
  private static boolean isUncertain(Traits t, Place place) {
    return t.steep() && !place.isRegular();
  }

  private static Expr unguarded(Expr e) {
    return Exprs.isOperation(e, Operator.GUARDED) ? Exprs.operand(e, 0) : e;
  }

  /** Moves an assignment of a variable that is written nowhere else; tells whether it moved. */
  boolean move(Stmt.Assign a, Place place) {
    Traits t = traits(a.value());
    boolean alone = facts.isFixed(a.variable()) && mayMove(a.value(), place);
    if (!alone || (place.test().isPresent() && (t.steep() || t.costly()))) {
      return false;
    }
    Expr before = values.get(a.value());
    Expr value = isUncertain(t, place) ? Exprs.guarded(a.value()) : a.value();
    place(new Stmt.Assign(a.variable(), before == null ? value : before, line), t.late());
    return true;
  }

  private void place(Stmt.Assign a, boolean isLate) {
    Var v = a.variable();
    (isLate ? late : before).add(a);
    written.remove(v);
    facts.assigned.add(v);
    if (isLate) {
      lateVariables.add(v);
    }
    if (traits(a.value()).work()) {
      values.putIfAbsent(unguarded(a.value()), Exprs.read(v));
    }
  }

  /**
   * Moves what makes containers: it runs if the loop runs.
   *
   * @param settled what the loop then writes no more
   */
  void moveContainers(List<Stmt> makers, Set<Object> settled) {
    late.addAll(makers);
    written.removeAll(settled);
    for (Object what : settled) {
      if (what instanceof Var v) {
        facts.assigned.add(v);
        lateVariables.add(v);
      }
    }
    nextStatement();
  }

  /** Moves a check: it runs if the loop runs. */
  void moveCheck(Compound.If check, boolean isLate, Trips trips) {
    if (isLate) {
      late.add(check);
    } else {
      Expr test = Exprs.and(trips.any(), check.test());
      before.add(new Compound.If(test, check.yes(), List.of()));
    }
  }
}
