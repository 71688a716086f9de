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
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * The stage of each step of an iteration: even ones run in vectors, odd ones over scalars, and
 * calls stand behind the stage that makes their arguments.
 *
 * <p>Steps of one stage keep their order. One that gives a variable a new value, or an element,
 * stands in no earlier stage than those before it that use the old one. What touches elements
 * stands in no earlier stage than the checks of ints before it, which may be of its index. Terms of
 * sums may stand anywhere.
 */
final class Stages {
  /**
   * Vector operations in one stage: HotSpot's compiler (JDK 17) stops looking into methods after
   * some sixty of them, and what it does not look into is a hundred times slower.
   */
  private static final int OPERATIONS = 44;

  /** Operations for the parts of a sum, within the loop and around it. */
  private static final int TERM = 5;

  /** Vector operations of the condition of what has none. */
  private static final int NONE = -1;

  private final Body body;
  private final Map<Stmt, Integer> stages = new IdentityHashMap<>();
  private final Map<Var, Integer> made = new HashMap<>();
  private final Map<Var, Integer> touched = new HashMap<>();
  private final Map<Integer, Integer> operations = new HashMap<>();
  private int elements;
  private int last;

  /** The stage of the last check of ints so far. */
  private int checked;

  Stages(Body body) {
    this.body = body;
  }

  static boolean isVector(int stage) {
    return stage % 2 == 0;
  }

  /** Decides about a list; {@code control} is the stage of the conditions around it. */
  void list(List<Stmt> steps, int control) {
    steps.forEach(s -> statement(s, control, NONE));
  }

  /** The stage of a statement; of a call, that of its argument. */
  int of(Stmt s) {
    return stages.getOrDefault(s, 0);
  }

  /** Number of stages. */
  int count() {
    return last + 1;
  }

  /** Vector operations in all stages. */
  int vectorOperations() {
    return operations.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void statement(Stmt s, int control, int test) {
    if (s instanceof Compound.If i) {
      int stage = Math.max(control, reading(s));
      int cost = body.lane().cost(i.test()).orElse(1);
      i.yes().forEach(t -> statement(t, stage, cost));
      i.no().forEach(t -> statement(t, stage, cost));
      if (i.isCheck() && isOfInts(i.test())) {
        checked = Math.max(checked, of(i.yes().get(0)));
      }
    } else if (s instanceof Stmt.Assign a && body.lane().isDefined(a.variable())) {
      int stage = touchesElements(s) ? checked : 0;
      stages.put(s, stage);
      made.merge(a.variable(), stage, Math::max);
    } else {
      int stage = fitting(s, Math.max(control, reading(s)), Math.max(test, 0), test != NONE);
      stages.put(s, stage);
      note(s, stage);
    }
  }

  /** Whether a condition is more than comparisons of reals. */
  private static boolean isOfInts(Expr test) {
    boolean logic =
        Exprs.isOperation(test, Operator.NOT)
            || Exprs.isOperation(test, Operator.AND)
            || Exprs.isOperation(test, Operator.OR);
    if (logic) {
      return ((Expr.Operation) test).operands().stream().anyMatch(Stages::isOfInts);
    }
    return !(test instanceof Expr.Operation o && o.operator().operands() == Kind.REAL);
  }

  private static boolean touchesElements(Stmt s) {
    boolean[] touches = {s instanceof Stmt.Store || s instanceof Stmt.Accumulate};
    s.forEachExpression(e -> e.walk(x -> touches[0] |= x instanceof Expr.Load));
    return touches[0];
  }

  private int fitting(Stmt s, int given, int test, boolean conditional) {
    int stage = touchesElements(s) ? Math.max(given, checked) : given;
    if (s instanceof Stmt.Assign a) {
      stage = Math.max(stage, touched.getOrDefault(a.variable(), 0));
    }
    if (changes(s)) {
      stage = Math.max(stage, elements);
    }
    int cost = conditional && reachesOut(s) ? -1 : cost(s);
    if (cost < 0) {
      return stage + (isVector(stage) ? 1 : 0);
    }
    stage += isVector(stage) ? 0 : 1;
    int all = cost + test;
    while (operations.getOrDefault(stage, 0) > 0
        && operations.getOrDefault(stage, 0) + all > OPERATIONS) {
      stage += 2;
    }
    operations.merge(stage, all, Integer::sum);
    return stage;
  }

  /** Whether a step under a condition touches elements that may not exist where it is false. */
  private boolean reachesOut(Stmt s) {
    boolean[] found = {false};
    s.forEachExpression(e -> found[0] |= body.lane().takesElements(e));
    return found[0] || changes(s);
  }

  /** Vector operations of a step; negative for one over scalars. */
  private int cost(Stmt s) {
    if (s instanceof Stmt.Assign a) {
      int cost = body.isCall(a.variable()) ? arguments((Expr.Apply) a.value()) : cost(a.value());
      return cost + (cost >= 0 && body.isTerm(a.variable()) ? TERM : 0);
    } else if (s instanceof Stmt.Store t) {
      return body.isContiguous(t.container(), t.at()) ? cost(t.value()) : -1;
    } else if (s instanceof Stmt.Accumulate t) {
      return body.isContiguous(t.container(), t.at()) ? cost(t.value()) : -1;
    }
    return 1;
  }

  /** Vector operations of the arguments of a call. */
  private int arguments(Expr.Apply call) {
    List<Integer> costs = call.arguments().stream().map(this::cost).toList();
    boolean scalar = costs.stream().anyMatch(c -> c < 0);
    return scalar ? -1 : costs.stream().mapToInt(Integer::intValue).sum();
  }

  private int cost(Expr e) {
    return body.lane().cost(e).map(c -> c + 2).orElse(-1);
  }

  private boolean changes(Stmt s) {
    return (s instanceof Stmt.Store t && body.isChanged(t.container()))
        || (s instanceof Stmt.Accumulate c && body.isChanged(c.container()));
  }

  private void note(Stmt s, int stage) {
    for (Var v : reads(s)) {
      touched.merge(v, stage, Math::max);
      if (body.isChanged(v)) {
        elements = Math.max(elements, stage);
      }
    }
    if (changes(s)) {
      elements = Math.max(elements, stage);
    }
    int done = stage;
    if (s instanceof Stmt.Assign a) {
      done += body.isCall(a.variable()) ? 1 : 0;
      made.merge(a.variable(), done, Math::max);
      touched.merge(a.variable(), done, Math::max);
    }
    last = Math.max(last, done);
  }

  private int reading(Stmt s) {
    int stage = 0;
    for (Var v : reads(s)) {
      stage = Math.max(stage, made.getOrDefault(v, 0));
      stage = Math.max(stage, body.isChanged(v) ? elements : 0);
    }
    return stage;
  }

  /** Variables in the expressions of a statement itself. */
  static Set<Var> reads(Stmt s) {
    Set<Var> read = new HashSet<>();
    List<Expr> expressions = new ArrayList<>();
    s.forEachExpression(expressions::add);
    expressions.forEach(e -> read.addAll(Variables.in(e)));
    return read;
  }
}
