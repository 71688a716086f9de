package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * How a scalar of an iteration gets from the stage that makes it to those that use it: it stays a
 * local where that is one stage, is made again where that costs no more than a load, and is kept in
 * a buffer otherwise.
 */
final class Crossing {
  /** How a variable is kept. */
  enum Way {
    LOCAL,
    AGAIN,
    BUFFER
  }

  private final Stages stages;
  private final Body body;
  private final Map<Var, List<Stmt.Assign>> assignments = new LinkedHashMap<>();
  private final Map<Var, TreeSet<Integer>> used = new HashMap<>();
  private final Map<Var, Way> ways = new HashMap<>();
  private boolean possible = true;

  Crossing(List<Stmt> steps, Stages stages, Body body) {
    this.stages = stages;
    this.body = body;
    steps.forEach(s -> s.walk(this::look));
    for (Var v : assignments.keySet()) {
      ways.put(v, way(v));
    }
    List<Var> made = new ArrayList<>(assignments.keySet());
    Collections.reverse(made);
    made.stream().filter(v -> ways.get(v) == Way.AGAIN).forEach(this::usesAgain);
  }

  /** What is made again in a stage needs there what it is made of. */
  private void usesAgain(Var v) {
    Set<Integer> stagesOf = used.getOrDefault(v, new TreeSet<>());
    for (Var part : Stages.reads(assignments.get(v).get(0))) {
      if (ways.get(part) == Way.AGAIN) {
        stagesOf.forEach(stage -> use(part, stage));
      }
    }
  }

  /** Whether all that crosses can. */
  boolean isPossible() {
    return possible;
  }

  /** How a variable is kept; empty for what the loop does not make, and for sums. */
  Optional<Way> of(Var v) {
    return Optional.ofNullable(ways.get(v));
  }

  /** Whether a variable is used in a stage. */
  boolean isUsed(Var v, int stage) {
    return used.getOrDefault(v, new TreeSet<>()).contains(stage);
  }

  /** Whether it has one value an iteration. */
  boolean isFixed(Var v) {
    return assignments.getOrDefault(v, List.of()).size() == 1;
  }

  private void look(Stmt s) {
    if (!(s instanceof Compound)) {
      int stage = stages.of(s);
      Stages.reads(s).forEach(v -> use(v, stage));
    }
    if (s instanceof Compound.If i) {
      // The condition is looked at wherever a part of the branches stands.
      i.walk(
          t -> {
            if (!(t instanceof Compound)) {
              Variables.in(i.test()).forEach(v -> use(v, stages.of(t)));
            }
          });
    } else if (s instanceof Stmt.Assign a) {
      assignments.computeIfAbsent(a.variable(), k -> new ArrayList<>()).add(a);
    }
  }

  private void use(Var v, int stage) {
    if (v.isScalar()) {
      used.computeIfAbsent(v, k -> new TreeSet<>()).add(stage);
    }
  }

  private Way way(Var v) {
    Stmt.Assign first = assignments.get(v).get(0);
    if (body.isCall(v)) {
      return Way.BUFFER;
    }
    if (body.lane().isDefined(v)) {
      return Way.AGAIN;
    }
    TreeSet<Integer> all = new TreeSet<>(used.getOrDefault(v, new TreeSet<>()));
    assignments.get(v).forEach(a -> all.add(stages.of(a)));
    if (all.size() == 1) {
      return Way.LOCAL;
    }
    boolean again = isFixed(v) && stages.of(first) == 0 && isElement(first.value());
    possible &= v.isReal() || assignments.get(v).stream().allMatch(a -> Body.isTruth(a.value()));
    return again ? Way.AGAIN : Way.BUFFER;
  }

  /** Whether it is a neighbouring element of what keeps its value throughout the iteration. */
  private boolean isElement(Expr e) {
    return e instanceof Expr.Load l
        && !body.isChanged(l.container())
        && body.isContiguous(l.container(), l.at());
  }

  /** What is put into a buffer for a value of the variable. */
  static Expr kept(Var v, Expr value) {
    return v.isReal() ? value : Exprs.toReal(value);
  }

  /** The value from what the buffer holds. */
  static Expr taken(Var v, Expr held) {
    return v.isReal() ? held : Exprs.op(Operator.NOT_EQUAL, held, Exprs.ZERO);
  }
}
