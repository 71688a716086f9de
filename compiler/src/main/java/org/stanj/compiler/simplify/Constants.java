package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Replaces variables that stand for a literal or for another variable, folds what becomes constant,
 * and leaves out branches and loops that are decided.
 */
final class Constants {
  private final Definitions definitions;

  /** The list in which a variable is given its value; lists of loops' bodies are not shared. */
  private final Map<Var, List<Stmt>> lists = new HashMap<>();

  private final Map<List<Stmt>, Boolean> repeated = new IdentityHashMap<>();
  private final Map<Var, Expr> atoms = new HashMap<>();

  private final UnaryOperator<Expr> more;

  private Constants(CoreFunction f, UnaryOperator<Expr> more) {
    this.more = more;
    definitions = new Definitions(f);
    locate(f.body(), false);
  }

  /**
   * @param more changes nodes further
   */
  static CoreFunction run(CoreFunction f, UnaryOperator<Expr> more) {
    return f.withBody(new Constants(f, more).list(f.body()));
  }

  private void locate(List<Stmt> body, boolean inLoop) {
    repeated.put(body, inLoop);
    for (Stmt s : body) {
      for (Var v : Variables.defined(s)) {
        lists.put(v, body);
      }
      boolean loop = s instanceof Compound.For || s instanceof Compound.While;
      s.forEachBody(b -> locate(b, inLoop || loop));
    }
  }

  private boolean isFixed(Var v) {
    return definitions.isFixed(v);
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      statement(s, body, out);
    }
    return out;
  }

  private void statement(Stmt given, List<Stmt> body, List<Stmt> out) {
    Stmt s = given.mapExpressions(this::expression);
    if (s instanceof Stmt.Assign a && isFixed(a.variable()) && isLasting(a.value(), body)) {
      atoms.put(a.variable(), a.value());
      out.add(s);
    } else if (s instanceof Compound.If i && i.test() instanceof Expr.IntLiteral test) {
      out.addAll(list(test.value() != 0 ? i.yes() : i.no()));
    } else if (s instanceof Compound.While w && Exprs.isInt(w.test(), 0)) {
      return;
    } else if (!(s instanceof Compound.For f && isEmpty(f))) {
      out.add(s.mapBodies(this::list));
    }
  }

  private static boolean isEmpty(Compound.For f) {
    return f.from() instanceof Expr.IntLiteral from
        && f.to() instanceof Expr.IntLiteral to
        && from.value() > to.value();
  }

  /**
   * Whether the value is a literal, or a variable (plus a literal, for ints) that keeps its value
   * as long as the copy is in use.
   */
  private boolean isLasting(Expr value, List<Stmt> body) {
    if (value instanceof Expr.Read r) {
      Var v = r.variable();
      if (v.storage() == Var.Storage.FIELD) {
        return definitions.count(v) == 0;
      }
      List<Stmt> made = lists.get(v);
      return isFixed(v) && (made == null || made == body || !repeated.getOrDefault(made, true));
    }
    if (Exprs.isOperation(value, Operator.ADD_INT)) {
      return Exprs.operand(value, 1) instanceof Expr.IntLiteral
          && isLasting(Exprs.operand(value, 0), body);
    }
    return value instanceof Expr.IntLiteral || value instanceof Expr.RealLiteral;
  }

  private Expr expression(Expr e) {
    Expr atom = e instanceof Expr.Read r ? atoms.get(r.variable()) : null;
    if (atom != null) {
      return atom;
    }
    Expr changed = e.mapChildren(this::expression);
    return more.apply(changed == e && !Folding.isDecided(e) ? e : Folding.node(changed));
  }
}
