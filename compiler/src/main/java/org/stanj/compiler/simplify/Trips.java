package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * The trips of a counted loop: whether there are any, and how many. Bounds that cannot be evaluated
 * again are first saved in variables.
 */
final class Trips {
  private final MotionFacts facts;
  private final Set<Object> written;
  private final List<Stmt> saved = new ArrayList<>();
  private Expr from;
  private Expr to;

  Trips(Compound.For loop, MotionFacts facts, Set<Object> written) {
    this.facts = facts;
    this.written = written;
    this.from = loop.from();
    this.to = loop.to();
  }

  /** The test that the loop runs at all. */
  Expr any() {
    save();
    return Exprs.op(Operator.LESS_EQUAL_INT, from, to);
  }

  /** The number of iterations as a real, if there are any. */
  Expr count() {
    save();
    return Exprs.toReal(Shifted.length(from, to));
  }

  private void save() {
    from = lasting(from, "first");
    to = lasting(to, "last");
  }

  private Expr lasting(Expr bound, String name) {
    if (isLasting(bound)) {
      return bound;
    }
    Var v = facts.local(name, Kind.INT, false);
    facts.assigned.add(v);
    saved.add(new Stmt.Assign(v, bound));
    return Exprs.read(v);
  }

  private boolean isLasting(Expr e) {
    if (e instanceof Expr.Read r) {
      return !written.contains(r.variable());
    }
    if (e instanceof Expr.Dim d) {
      return !written.contains(d.container());
    }
    boolean sum =
        Exprs.isOperation(e, Operator.ADD_INT)
            || Exprs.isOperation(e, Operator.SUBTRACT_INT)
            || Exprs.isOperation(e, Operator.MULTIPLY_INT);
    return e instanceof Expr.IntLiteral
        || (sum && ((Expr.Operation) e).operands().stream().allMatch(this::isLasting));
  }

  /** What must stand before all uses of the tests and numbers given out. */
  List<Stmt> saved() {
    return saved;
  }

  /** The loop over the same range with another body. */
  Compound.For loop(Compound.For loop, List<Stmt> body) {
    return new Compound.For(loop.index(), from, to, loop.down(), body, loop.facts(), loop.line());
  }
}
