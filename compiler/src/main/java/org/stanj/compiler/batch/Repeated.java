package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Twins that a statement calls several times, with the same arguments: formulas repeat what they
 * use. They are called once, in front of it, if the statement would call them in any case.
 */
final class Repeated {
  private final Names names;
  private final Map<Expr, Integer> calls = new HashMap<>();
  private final Set<Expr> certain = new HashSet<>();
  private final Map<Expr, Var> made = new HashMap<>();
  private final List<Stmt> out = new ArrayList<>();

  private Repeated(Names names) {
    this.names = names;
  }

  /** The statement, and in front of it the calls. */
  static List<Stmt> once(Stmt s, Names names) {
    Repeated repeated = new Repeated(names);
    s.forEachExpression(e -> repeated.count(e, true));
    repeated.calls.values().removeIf(n -> n < 2);
    repeated.calls.keySet().retainAll(repeated.certain);
    if (repeated.calls.isEmpty()) {
      return List.of(s);
    }
    Stmt changed = s.mapExpressions(repeated::shared);
    repeated.out.add(changed);
    return repeated.out;
  }

  /**
   * @param always whether it is evaluated wherever the statement is
   */
  private void count(Expr e, boolean always) {
    if (BlockFunctions.isTwin(e) && !BlockFunctions.rejects((Expr.Apply) e)) {
      calls.merge(e, 1, Integer::sum);
      if (always) {
        certain.add(e);
      }
    }
    if (e instanceof Expr.Choose c) {
      count(c.test(), always);
      count(c.yes(), false);
      count(c.no(), false);
    } else if (Exprs.isOperation(e, Operator.AND) || Exprs.isOperation(e, Operator.OR)) {
      count(Exprs.operand(e, 0), always);
      count(Exprs.operand(e, 1), false);
    } else {
      e.forEachChild(c -> count(c, always));
    }
  }

  private Expr shared(Expr e) {
    if (!calls.containsKey(e)) {
      return e.mapChildren(this::shared);
    }
    Var v = made.get(e);
    if (v == null) {
      Expr value = e.mapChildren(this::shared);
      v = names.local("twice", CoreType.REAL);
      out.add(new Stmt.Assign(v, value));
      made.put(e, v);
    }
    return Exprs.read(v);
  }
}
