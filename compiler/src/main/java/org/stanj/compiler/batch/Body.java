package org.stanj.compiler.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Lane;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** What the body of a loop makes and changes. */
final class Body {
  private final Map<Var, Integer> assignments = new HashMap<>();
  private final Set<Var> calls = new HashSet<>();
  private final Set<Var> sums = new HashSet<>();
  private final Set<Var> stored = new HashSet<>();
  private final Set<Var> elements = new HashSet<>();
  private final Lane lane;

  Body(Compound.For loop, LoopFacts facts) {
    Set<String> named = Set.copyOf(facts.reductions());
    loop.body().forEach(s -> s.walk(t -> look(t, named)));
    elements.addAll(stored);
    // What holds ints is never what holds reals.
    elements.removeIf(v -> stored.stream().noneMatch(t -> t.type().kind() == v.type().kind()));
    lane = new Lane(loop.index(), v -> assignments.containsKey(v) || stored.contains(v));
  }

  private void look(Stmt s, Set<String> reductions) {
    if (s instanceof Stmt.Assign a) {
      assignments.merge(a.variable(), 1, Integer::sum);
      if (reductions.contains(a.variable().name())) {
        sums.add(a.variable());
      }
    } else if (s instanceof Stmt.Store t) {
      stored.add(t.container());
    } else if (s instanceof Stmt.Accumulate t) {
      stored.add(t.container());
    }
    Stages.reads(s).stream()
        .filter(v -> !v.isScalar() && v.storage() != Var.Storage.FIELD)
        .forEach(elements::add);
  }

  Lane lane() {
    return lane;
  }

  /** Notes a variable that is given its value once. */
  void make(Var v) {
    assignments.put(v, 1);
  }

  /** Notes a variable for the result of a call. */
  void makeCall(Var v) {
    make(v);
    calls.add(v);
  }

  boolean isCall(Var v) {
    return calls.contains(v);
  }

  boolean hasCalls() {
    return !calls.isEmpty();
  }

  /** Whether iterations only add to the scalar. */
  boolean isSum(Var v) {
    return sums.contains(v);
  }

  /** Whether an iteration changes elements of the container, or of one that may be the same. */
  boolean isChanged(Var container) {
    return elements.contains(container);
  }

  /** Whether an iteration gives the variable a value. */
  boolean isMade(Var v) {
    return assignments.containsKey(v) && !sums.contains(v);
  }

  /** Whether the variable has one value in an iteration. */
  boolean isFixed(Var v) {
    return assignments.getOrDefault(v, 0) <= 1;
  }

  /** Whether the expression has one value in an iteration. */
  boolean isFixed(Expr e) {
    return Variables.in(e).stream().allMatch(v -> v.isScalar() ? isFixed(v) : !isChanged(v));
  }

  boolean isContiguous(Var container, List<Expr> at) {
    return lane.isContiguous(container, at.stream().map(lane::resolved).toList());
  }

  /** Whether an int is made of data, so that each stage can make it again. */
  boolean isAgain(Stmt.Assign a) {
    boolean[] again = {isFixed(a.variable()) && !isTruth(a.value())};
    a.value()
        .walk(
            x -> {
              if (x instanceof Expr.Read r) {
                again[0] &= !isMade(r.variable()) || lane.isDefined(r.variable());
              } else if (x instanceof Expr.Load l) {
                again[0] &= !isChanged(l.container());
              } else {
                again[0] &= !(x instanceof Expr.Apply || x instanceof Expr.Choose);
              }
            });
    return again[0];
  }

  /** Whether an int is 0 or 1. */
  static boolean isTruth(Expr e) {
    if (e instanceof Expr.IntLiteral i) {
      return i.value() == 0 || i.value() == 1;
    }
    return e instanceof Expr.Operation o && o.operator().isCondition();
  }
}
