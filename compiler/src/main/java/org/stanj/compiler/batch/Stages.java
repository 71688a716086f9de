package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * The stage of each statement of an iteration: 0 for what needs no call, n + 1 for what needs the
 * result of a call whose argument is made in stage n.
 *
 * <p>Statements of one stage keep their order. One that gives a variable a new value, or an element,
 * stands in no earlier stage than those before it that use the old one. Additions to sums and to
 * elements that nobody reads may stand anywhere.
 */
final class Stages {
  private final Set<Var> calls;
  private final Set<Var> sums;
  private final Set<Var> written;
  private final Map<Stmt, Integer> stages = new IdentityHashMap<>();
  private final Map<Var, Integer> made = new HashMap<>();
  private final Map<Var, Integer> touched = new HashMap<>();
  private int elements;
  private int last;

  /**
   * @param calls variables that hold results of calls
   * @param sums scalars that iterations only add to
   * @param written containers that are both written and read, or stored to
   */
  Stages(Set<Var> calls, Set<Var> sums, Set<Var> written) {
    this.calls = calls;
    this.sums = sums;
    this.written = written;
  }

  /** Decides about a list; {@code control} is the stage of the conditions around it. */
  void list(List<Stmt> body, int control) {
    body.forEach(s -> statement(s, control));
  }

  /** The stage of a statement; of a call, that of its argument. */
  int of(Stmt s) {
    return stages.getOrDefault(s, 0);
  }

  /** Number of stages. */
  int count() {
    return last + 1;
  }

  private void statement(Stmt s, int control) {
    int stage = Math.max(control, reading(s));
    if (s instanceof Stmt.Assign a && !sums.contains(a.variable())) {
      stage = Math.max(stage, touched.getOrDefault(a.variable(), 0));
    }
    boolean stores =
        (s instanceof Stmt.Store t && written.contains(t.container()))
            || (s instanceof Stmt.Accumulate c && written.contains(c.container()));
    if (stores) {
      stage = Math.max(stage, elements);
    }
    stages.put(s, stage);
    note(s, stage, stores);
    if (s instanceof Compound.If i) {
      list(i.yes(), stage);
      list(i.no(), stage);
    }
  }

  private void note(Stmt s, int stage, boolean stores) {
    for (Var v : reads(s)) {
      touched.merge(v, stage, Math::max);
      if (written.contains(v)) {
        elements = Math.max(elements, stage);
      }
    }
    if (stores) {
      elements = Math.max(elements, stage);
    }
    int done = stage;
    if (s instanceof Stmt.Assign a) {
      done += calls.contains(a.variable()) ? 1 : 0;
      made.merge(a.variable(), done, Math::max);
      touched.merge(a.variable(), done, Math::max);
    }
    last = Math.max(last, done);
  }

  private int reading(Stmt s) {
    int stage = 0;
    for (Var v : reads(s)) {
      stage = Math.max(stage, sums.contains(v) ? 0 : made.getOrDefault(v, 0));
      stage = Math.max(stage, written.contains(v) ? elements : 0);
    }
    return stage;
  }

  /** Variables in the expressions of a statement itself, and in the parts of its message. */
  static Set<Var> reads(Stmt s) {
    Set<Var> read = new HashSet<>();
    List<Expr> expressions = new ArrayList<>();
    s.forEachExpression(expressions::add);
    expressions.forEach(e -> read.addAll(Variables.in(e)));
    return read;
  }
}
