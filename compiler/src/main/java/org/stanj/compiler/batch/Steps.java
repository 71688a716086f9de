package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * The body of a loop with every call of a twin in an assignment of its own, and every condition of
 * a branch that is more than a check in a variable.
 */
final class Steps {
  private static final String TARGET = "target";

  private final Names names;
  private final Map<Var, Integer> assignments = new HashMap<>();

  /** Calls so far at the top of the body, for those that come again. */
  private final Map<Expr, Var> known = new HashMap<>();

  private final Set<Var> calls = new HashSet<>();
  private int depth;

  /** Whether the statement adds to the target, where {@code LogProducts} takes logarithms. */
  private boolean summed;

  Steps(List<Stmt> body, Names names) {
    this.names = names;
    body.forEach(
        s ->
            s.walk(
                t -> Variables.defined(t).forEach(v -> assignments.merge(v, 1, Integer::sum))));
  }

  /** The variables that hold results of calls that a block can evaluate. */
  Set<Var> calls() {
    return calls;
  }

  List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      statement(s, out);
    }
    return out;
  }

  private void statement(Stmt s, List<Stmt> out) {
    int start = out.size();
    summed = s instanceof Stmt.Assign a && a.variable().name().equals(TARGET);
    Stmt extracted = s.mapExpressions(e -> extracted(BlockFunctions.twins(e), out));
    Lines.from(start, s.line(), out);
    if (extracted instanceof Compound.If i) {
      branch(i, out);
    } else {
      out.add(extracted);
    }
  }

  private void branch(Compound.If i, List<Stmt> out) {
    boolean check = i.no().isEmpty() && i.yes().stream().allMatch(Stmt.Reject.class::isInstance);
    Expr test = i.test();
    if (!check && !(test instanceof Expr.Read r && isFixed(r.variable()))) {
      Var condition = names.local("when", CoreType.INT);
      assignments.put(condition, 1);
      out.add(new Stmt.Assign(condition, test));
      test = Exprs.read(condition);
    }
    depth++;
    out.add(new Compound.If(test, list(i.yes()), list(i.no())));
    depth--;
  }

  boolean isFixed(Var v) {
    return assignments.getOrDefault(v, 0) <= 1;
  }

  /** Calls become variables; those in the arms of a choice only where they throw nothing. */
  private Expr extracted(Expr e, List<Stmt> out) {
    if (e instanceof Expr.Choose c) {
      return new Expr.Choose(
          extracted(c.test(), out), arm(c.yes(), out), arm(c.no(), out));
    } else if (Exprs.isOperation(e, Operator.AND) || Exprs.isOperation(e, Operator.OR)) {
      Expr.Operation o = (Expr.Operation) e;
      return new Expr.Operation(
          o.operator(),
          List.of(extracted(o.operands().get(0), out), arm(o.operands().get(1), out)));
    }
    Expr inner = e.mapChildren(x -> extracted(x, out));
    boolean called =
        BlockFunctions.isTwin(inner) && !(summed && BlockFunctions.isProductTerm(inner));
    return called ? variable((Expr.Apply) inner, out) : inner;
  }

  private Expr arm(Expr e, List<Stmt> out) {
    boolean[] throwing = {false};
    e.walk(
        x ->
            throwing[0] |=
                BlockFunctions.isTwin(x) && BlockFunctions.rejects((Expr.Apply) x));
    return throwing[0] ? e : extracted(e, out);
  }

  private Expr variable(Expr.Apply call, List<Stmt> out) {
    Var before = known.get(call);
    if (before != null) {
      return Exprs.read(before);
    }
    Var result = names.local(call.primitive().method() + "_of", CoreType.REAL);
    assignments.put(result, 1);
    calls.add(result);
    out.add(new Stmt.Assign(result, call));
    if (depth == 0 && Variables.in(call).stream().allMatch(v -> v.isScalar() && isFixed(v))) {
      known.put(call, result);
    }
    return Exprs.read(result);
  }
}
