package org.stanj.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Takes huge expressions apart: large operands become assignments before the statement, in the
 * order in which they were evaluated. Arms of a choice may be guarded by its test, so a large
 * choice becomes a branch. An expression that draws random numbers stays whole, since its order
 * matters.
 */
final class ExpressionSplitting {
  /** An operand below this part of the limit is not worth a variable. */
  private static final int WORTH = 8;

  private final SizeEstimate size;
  private final FreshNames names;
  private final int limit;

  /**
   * @param names for the new variables
   * @param limit size of the largest expression to leave, in bytes
   */
  ExpressionSplitting(SizeEstimate size, FreshNames names, int limit) {
    this.size = size;
    this.names = names;
    this.limit = limit;
  }

  /** The statements with no expression much larger than the limit. */
  List<Stmt> split(List<Stmt> body) {
    List<Stmt> split = new ArrayList<>(body.size());
    boolean same = true;
    for (Stmt statement : body) {
      Stmt inner = statement.mapBodies(this::split);
      int before = split.size();
      split(inner, split);
      Lines.from(before, statement.line(), split);
      same &= split.size() == before + 1 && split.get(before) == statement;
    }
    return same ? body : split;
  }

  private void split(Stmt statement, List<Stmt> to) {
    boolean[] large = {false};
    statement.forEachExpression(e -> large[0] |= size.of(e) > limit && !isRandom(e));
    if (!large[0]) {
      to.add(statement);
    } else if (statement instanceof Compound.While loop) {
      List<Stmt> body = new ArrayList<>();
      Expr test = shrink(loop.test(), body);
      body.add(new Compound.If(test, List.of(), List.of(new Stmt.Break())));
      body.addAll(loop.body());
      to.add(new Compound.While(new Expr.IntLiteral(1), body));
    } else {
      to.add(statement.mapExpressions(e -> isRandom(e) ? e : shrink(e, to)));
    }
  }

  private static boolean isRandom(Expr expression) {
    boolean[] random = {false};
    expression.walk(e -> random[0] |= e instanceof Expr.Apply a && a.primitive().random());
    return random[0];
  }

  private Expr shrink(Expr e, List<Stmt> before) {
    if (size.of(e) <= limit) {
      return e;
    }
    if (e instanceof Expr.Choose choose) {
      return branch(choose, before);
    }
    if (e instanceof Expr.Operation operation
        && (operation.operator() == Operator.AND || operation.operator() == Operator.OR)) {
      return branch(choice(operation), before);
    }
    Expr shrunk = e.mapChildren(child -> shrink(child, before));
    return size.of(shrunk) <= limit
        ? shrunk
        : shrunk.mapChildren(child -> size.of(child) > limit / WORTH ? name(child, before) : child);
  }

  /** {@code a && b} is {@code a ? (b ? 1 : 0) : 0}. */
  private static Expr.Choose choice(Expr.Operation operation) {
    Expr zero = new Expr.IntLiteral(0);
    Expr one = new Expr.IntLiteral(1);
    Expr second = new Expr.Choose(operation.operands().get(1), one, zero);
    Expr first = operation.operands().get(0);
    return operation.operator() == Operator.AND
        ? new Expr.Choose(first, second, zero)
        : new Expr.Choose(first, one, second);
  }

  private Expr branch(Expr.Choose choose, List<Stmt> before) {
    Var value = variable(choose.kind());
    Expr test = shrink(choose.test(), before);
    before.add(new Compound.If(test, arm(value, choose.yes()), arm(value, choose.no())));
    return new Expr.Read(value);
  }

  private List<Stmt> arm(Var value, Expr e) {
    List<Stmt> arm = new ArrayList<>();
    Expr shrunk = shrink(e, arm);
    arm.add(new Stmt.Assign(value, shrunk));
    return arm;
  }

  private Expr name(Expr e, List<Stmt> before) {
    Var value = variable(e.kind());
    before.add(new Stmt.Assign(value, e));
    return new Expr.Read(value);
  }

  private Var variable(Kind kind) {
    return Var.local(names.fresh("term"), kind == Kind.INT ? CoreType.INT : CoreType.REAL);
  }
}
