package org.stanj.compiler.batch;

import java.util.ArrayList;
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
  private final Set<Var> calls;
  private final Set<Var> sums;
  private final Set<Var> written;
  private final Map<Var, List<Stmt.Assign>> assignments = new LinkedHashMap<>();
  private final Map<Var, TreeSet<Integer>> used = new HashMap<>();
  private final Map<Var, Way> ways = new HashMap<>();
  private boolean possible = true;

  Crossing(List<Stmt> body, Stages stages, Set<Var> calls, Set<Var> sums, Set<Var> written) {
    this.stages = stages;
    this.calls = calls;
    this.sums = sums;
    this.written = written;
    body.forEach(s -> s.walk(this::look));
    for (Var v : assignments.keySet()) {
      ways.put(v, way(v));
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
    int stage = stages.of(s);
    Stages.reads(s).forEach(v -> use(v, stage));
    if (s instanceof Compound.If i) {
      // The condition is looked at wherever a part of the branches stands.
      i.walk(t -> Variables.in(i.test()).forEach(v -> use(v, stages.of(t))));
    } else if (s instanceof Stmt.Assign a && !sums.contains(a.variable())) {
      assignments.computeIfAbsent(a.variable(), k -> new ArrayList<>()).add(a);
    }
  }

  private void use(Var v, int stage) {
    if (v.isScalar()) {
      used.computeIfAbsent(v, k -> new TreeSet<>()).add(stage);
    }
  }

  private Way way(Var v) {
    if (calls.contains(v)) {
      return Way.BUFFER;
    }
    TreeSet<Integer> all = new TreeSet<>(used.getOrDefault(v, new TreeSet<>()));
    assignments.get(v).forEach(a -> all.add(stages.of(a)));
    if (all.size() == 1) {
      return Way.LOCAL;
    }
    Expr value = assignments.get(v).get(0).value();
    if (isFixed(v) && stages.of(assignments.get(v).get(0)) == 0 && isCheap(value, v.isReal())) {
      // What it is made of is used wherever it is.
      all.forEach(stage -> Variables.in(value).forEach(x -> use(x, stage)));
      return Way.AGAIN;
    }
    possible &= v.isReal() || assignments.get(v).stream().allMatch(a -> isTruth(a.value()));
    return Way.BUFFER;
  }

  /** Loads of data, and ints: of what keeps its value throughout the iteration. */
  private boolean isCheap(Expr e, boolean real) {
    boolean[] cheap = {true};
    int[] size = {0};
    e.walk(
        x -> {
          size[0]++;
          if (x instanceof Expr.Load l) {
            cheap[0] &= !written.contains(l.container());
          } else if (x instanceof Expr.Read r) {
            boolean again = ways.get(r.variable()) == Way.AGAIN;
            cheap[0] &= !assignments.containsKey(r.variable()) || again;
          } else {
            cheap[0] &= !(x instanceof Expr.Apply || x instanceof Expr.Choose);
          }
        });
    return cheap[0] && (!real || size[0] <= 6);
  }

  private static boolean isTruth(Expr e) {
    if (e instanceof Expr.IntLiteral i) {
      return i.value() == 0 || i.value() == 1;
    }
    return e instanceof Expr.Operation o
        && switch (o.operator()) {
          case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL -> true;
          case LESS_INT, LESS_EQUAL_INT, EQUAL_INT, NOT_EQUAL_INT -> true;
          case AND, OR, NOT -> true;
          default -> false;
        };
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
