package org.stanj.compiler.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.Aliases;
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
  private final Set<Var> terms = new HashSet<>();

  /** The storage of the containers whose elements are changed. */
  private final Set<Var> stored = new HashSet<>();

  private final Aliases aliases;
  private final Lane lane;

  /**
   * @param aliases of the function that holds the loop
   */
  Body(Compound.For loop, LoopFacts facts, Aliases aliases) {
    this.aliases = aliases;
    Set<String> named = Set.copyOf(facts.reductions());
    loop.body().forEach(s -> s.walk(t -> look(t, named)));
    lane = new Lane(loop.index(), v -> assignments.containsKey(v) || isChanged(v));
  }

  private void look(Stmt s, Set<String> reductions) {
    if (s instanceof Stmt.Assign a) {
      assignments.merge(a.variable(), 1, Integer::sum);
    } else if (s instanceof Stmt.Increment i) {
      assignments.merge(i.variable(), 1, Integer::sum);
      if (reductions.contains(i.variable().name())) {
        sums.add(i.variable());
      }
    } else if (s instanceof Stmt.Store t) {
      stored.add(aliases.storage(t.container()));
    } else if (s instanceof Stmt.Accumulate t) {
      stored.add(aliases.storage(t.container()));
    }
  }

  Lane lane() {
    return lane;
  }

  /** Notes a variable that is given its value once. */
  void make(Var v) {
    assignments.put(v, 1);
  }

  /** Notes a variable for a term of a sum. */
  void makeTerm(Var v) {
    make(v);
    terms.add(v);
  }

  /** Whether the variable stands for a term of a sum. */
  boolean isTerm(Var v) {
    return terms.contains(v);
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

  /** Whether all iterations add to the same element. */
  boolean isSum(Stmt.Accumulate s) {
    return s.at().stream().allMatch(e -> lane.isUniform(lane.resolved(e)));
  }

  /** Whether an iteration changes elements of the container, or of one that may be the same. */
  boolean isChanged(Var container) {
    return stored.contains(aliases.storage(container));
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
                again[0] &= !(x instanceof Expr.Apply);
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
