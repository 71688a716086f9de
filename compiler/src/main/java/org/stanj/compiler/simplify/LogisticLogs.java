package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Primitive;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Logarithms of probabilities that are logistic functions: with e = exp(−|t|) and p = 1 / (1 +
 * exp(−t)), log p = min(t, 0) − log(1 + e) and log(1 − p) = min(−t, 0) − log(1 + e), which keep
 * their digits in both tails, have one logarithm in common, and share it with the Jacobian of a
 * parameter between 0 and 1.
 */
public final class LogisticLogs {
  /** p over t and e. */
  private record Logistic(Expr t, Var e) {}

  private final Primitive log1p;
  private final Primitive exp;
  private final Definitions definitions;
  private final Names names = new Names();

  /** t of each exp(−|t|). */
  private final Map<Var, Expr> exponentials = new HashMap<>();

  private final Map<Var, Logistic> logistics = new HashMap<>();

  /** Where logarithms are taken of a variable. */
  private final Set<Var> logarithms = new HashSet<>();

  /** log(1 + e) by e. */
  private final Map<Var, Var> shared = new HashMap<>();

  private LogisticLogs(CoreFunction f, Primitive exp, Primitive log1p) {
    this.exp = exp;
    this.log1p = log1p;
    definitions = new Definitions(f);
    names.reserve(f);
  }

  /**
   * @param exp the exponential function
   * @param log1p log(1 + x) for x &gt; 0
   */
  public static CoreProgram run(CoreProgram program, Primitive exp, Primitive log1p) {
    return program.mapFunctions(f -> new LogisticLogs(f, exp, log1p).run(f));
  }

  private CoreFunction run(CoreFunction f) {
    f.body().forEach(s -> s.walk(t -> t.forEachExpression(e -> e.walk(this::look))));
    if (logarithms.isEmpty()) {
      return f;
    }
    List<Stmt> body = written(f.body());
    body.forEach(s -> s.walk(this::define));
    logistics.forEach((p, l) -> share(p, l.e()));
    return shared.isEmpty() ? f : f.withBody(list(body));
  }

  private void share(Var p, Var e) {
    if (logarithms.contains(p)) {
      shared.computeIfAbsent(e, x -> names.local("log1p_of_" + x.name(), CoreType.REAL));
    }
  }

  private void look(Expr e) {
    if ((is(e, "log") || is(e, "log1m") || is(e, "log1mChecked"))
        && ((Expr.Apply) e).arguments().get(0) instanceof Expr.Read r
        && definitions.isMadeOnce(r.variable())) {
      logarithms.add(r.variable());
    }
  }

  private static boolean is(Expr e, String method) {
    return e instanceof Expr.Apply a && a.primitive().method().equals(method);
  }

  /** Calls of the logistic function itself, written out where a logarithm is taken. */
  private List<Stmt> written(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      boolean call =
          s instanceof Stmt.Assign a
              && logarithms.contains(a.variable())
              && is(a.value(), "invLogit");
      if (call) {
        write((Stmt.Assign) s, out);
      } else {
        out.add(s.mapBodies(this::written));
      }
    }
    return out;
  }

  private void write(Stmt.Assign a, List<Stmt> out) {
    Var t = names.local("t", CoreType.REAL);
    Var e = names.local("e", CoreType.REAL);
    out.add(new Stmt.Assign(t, ((Expr.Apply) a.value()).arguments().get(0), a.line()));
    definitions.add(t);
    out.add(new Stmt.Assign(e, new Expr.Apply(exp, List.of(least(Exprs.read(t)))), a.line()));
    definitions.add(e);
    Expr above = new Expr.Choose(negative(Exprs.read(t)), Exprs.read(e), Exprs.ONE);
    Expr value = Exprs.divide(above, Exprs.add(Exprs.ONE, Exprs.read(e)));
    out.add(new Stmt.Assign(a.variable(), value, a.line()));
  }

  private static Expr negative(Expr t) {
    return Exprs.op(Operator.LESS, t, Exprs.ZERO);
  }

  /** −|t|. */
  private static Expr least(Expr t) {
    return new Expr.Choose(negative(t), t, Exprs.negate(t));
  }

  private void define(Stmt s) {
    if (!(s instanceof Stmt.Assign a) || !definitions.isMadeOnce(a.variable())) {
      return;
    }
    if (is(a.value(), "exp")) {
      exponential(((Expr.Apply) a.value()).arguments().get(0))
          .ifPresent(t -> exponentials.put(a.variable(), t));
    } else {
      logistic(a.value()).ifPresent(l -> logistics.put(a.variable(), l));
    }
  }

  private Optional<Expr> exponential(Expr argument) {
    return argument instanceof Expr.Choose c
            && c.yes() instanceof Expr.Read r
            && definitions.isMadeOnce(r.variable())
            && c.equals(least(c.yes()))
        ? Optional.of(c.yes())
        : Optional.empty();
  }

  private Optional<Logistic> logistic(Expr value) {
    if (!Exprs.isOperation(value, Operator.DIVIDE)
        || !(Exprs.operand(value, 0) instanceof Expr.Choose c)
        || !(c.yes() instanceof Expr.Read e)
        || !exponentials.containsKey(e.variable())) {
      return Optional.empty();
    }
    Expr t = exponentials.get(e.variable());
    boolean same =
        c.test().equals(negative(t))
            && c.no().equals(Exprs.ONE)
            && Exprs.operand(value, 1).equals(Exprs.add(Exprs.ONE, e));
    return same ? Optional.of(new Logistic(t, e.variable())) : Optional.empty();
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      out.add(s.mapExpressions(e -> e.rewriteBottomUp(this::node)).mapBodies(this::list));
      if (s instanceof Stmt.Assign a && shared.containsKey(a.variable())) {
        Expr value = new Expr.Apply(log1p, List.of(Exprs.read(a.variable())));
        out.add(new Stmt.Assign(shared.get(a.variable()), value, a.line()));
      }
    }
    return out;
  }

  private Expr node(Expr e) {
    if (!(e instanceof Expr.Apply a)
        || a.arguments().size() != 1
        || !(a.arguments().get(0) instanceof Expr.Read r)) {
      return e;
    }
    if (a.primitive().equals(log1p) && shared.containsKey(r.variable())) {
      return Exprs.read(shared.get(r.variable()));
    }
    Logistic l = logistics.get(r.variable());
    if (l == null || !shared.containsKey(l.e())) {
      return e;
    }
    Expr last = Exprs.read(shared.get(l.e()));
    if (is(e, "log")) {
      return Exprs.subtract(new Expr.Choose(negative(l.t()), l.t(), Exprs.ZERO), last);
    } else if (is(e, "log1m") || is(e, "log1mChecked")) {
      Expr first = new Expr.Choose(negative(l.t()), Exprs.ZERO, Exprs.negate(l.t()));
      return Exprs.subtract(first, last);
    }
    return e;
  }
}
