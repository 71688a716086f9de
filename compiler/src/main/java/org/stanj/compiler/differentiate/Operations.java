package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** The reverse of single statements: the chain rule for each operation of the core. */
final class Operations {
  private final Reverse reverse;

  /** Where it fails, the operation that is reversed passes nothing on. */
  private Optional<Expr> guard = Optional.empty();

  Operations(Reverse reverse) {
    this.reverse = reverse;
  }

  void reverse(Stmt s, Sweep sweep) {
    if (s instanceof Stmt.AddTarget t) {
      reverse.add(t.value(), reverse.seed, sweep);
    } else if (s instanceof Stmt.Assign a && reverse.flow.isActive(a.variable())) {
      assign(a, sweep);
    } else if (s instanceof Stmt.Increment i && reverse.flow.isActive(i.variable())) {
      increment(i, sweep);
    } else if (s instanceof Stmt.Store t && reverse.flow.isActive(t.container())) {
      store(t, sweep);
    } else if (s instanceof Stmt.Accumulate t && reverse.flow.isActive(t.container())) {
      Var d = reverse.adjoint(t.container());
      reverse.add(t.value(), sweep.atom(new Expr.Load(d, t.at())), sweep);
    } else if (s instanceof Stmt.Copy c && reverse.flow.isActive(c.to())) {
      copy(c, sweep);
    } else if (s instanceof Stmt.FillAll f && reverse.flow.isActive(f.container())) {
      fill(f, sweep);
    } else if (s instanceof Stmt.View v && reverse.flow.isActive(v.variable())) {
      name(v, sweep);
    }
  }

  /** A name with an adjoint of its own gives it to the container it stands for. */
  private void name(Stmt.View v, Sweep sweep) {
    if (reverse.escapes(v.variable(), sweep) && reverse.flow.isActive(v.of())) {
      Var part = reverse.names.local("d_part", v.variable().type());
      sweep.reverse(new Stmt.View(part, reverse.adjoint(v.of()), v.offset(), v.sizes()));
      move(reverse.adjoint(v.variable()), Optional.of(part), sweep);
    }
  }

  private void assign(Stmt.Assign a, Sweep sweep) {
    Var v = a.variable();
    if (reverse.isTemporary(v)) {
      Optional<Expr> adjoint = sweep.adjoint(v);
      adjoint.ifPresent(d -> chain(v, a.value(), d, sweep));
      return;
    }
    Var d = reverse.scalarAdjoint(v);
    Var taken = reverse.names.local("a", CoreType.REAL);
    sweep.reverse(new Stmt.Assign(taken, Exprs.read(d)));
    sweep.reverse(new Stmt.Assign(d, Exprs.ZERO));
    sweep.zero(v);
    reverse.add(a.value(), Exprs.read(taken), sweep);
  }

  /** What was added has the adjoint of the sum, which keeps it. */
  private void increment(Stmt.Increment i, Sweep sweep) {
    if (!reverse.flow.isActive(i.value())) {
      return;
    }
    if (reverse.isTemporary(i.variable())) {
      sweep.adjoint(i.variable()).ifPresent(d -> reverse.add(i.value(), d, sweep));
      return;
    }
    Var now = reverse.names.local("a", CoreType.REAL);
    sweep.reverse(new Stmt.Assign(now, Exprs.read(reverse.scalarAdjoint(i.variable()))));
    reverse.add(i.value(), Exprs.read(now), sweep);
  }

  /** Adds adjoint times partial derivative to every operand. */
  private void chain(Var result, Expr e, Expr d, Sweep sweep) {
    if (Exprs.isOperation(e, Operator.GUARDED)) {
      guard = Optional.of(Exprs.op(Operator.NOT_EQUAL, d, Exprs.ZERO));
      chain(result, Exprs.operand(e, 0), d, sweep);
      guard = Optional.empty();
      return;
    }
    if (e instanceof Expr.Read) {
      give(e, d, sweep);
    } else if (e instanceof Expr.Load l) {
      if (reverse.flow.isActive(l.container())) {
        sweep.reverse(new Stmt.Accumulate(reverse.adjoint(l.container()), l.at(), d));
      }
    } else if (e instanceof Expr.Operation o) {
      operation(result, o, d, sweep);
    } else if (e instanceof Expr.Apply a) {
      apply(result, a, d, sweep);
    } else if (e instanceof Expr.Choose c) {
      give(c.yes(), new Expr.Choose(c.test(), d, Exprs.ZERO), sweep);
      give(c.no(), new Expr.Choose(c.test(), Exprs.ZERO, d), sweep);
    }
  }

  private void operation(Var result, Expr.Operation o, Expr d, Sweep sweep) {
    Expr a = o.operands().get(0);
    Expr b = o.operands().size() > 1 ? o.operands().get(1) : a;
    switch (o.operator()) {
      case ADD:
        give(a, d, sweep);
        give(b, d, sweep);
        break;
      case SUBTRACT:
        give(a, d, sweep);
        give(b, Exprs.negate(d), sweep);
        break;
      case NEGATE:
        give(a, Exprs.negate(d), sweep);
        break;
      case MULTIPLY:
        multiply(a, b, d, sweep);
        break;
      case DIVIDE:
        divide(result, a, b, d, sweep);
        break;
      default:
        break;
    }
  }

  private void multiply(Expr a, Expr b, Expr d, Sweep sweep) {
    if (a.equals(b)) {
      give(a, Exprs.multiply(Exprs.multiply(Exprs.real(2), d), a), sweep);
      return;
    }
    if (reverse.flow.isActive(a)) {
      give(a, Exprs.multiply(d, b), sweep);
    }
    if (reverse.flow.isActive(b)) {
      give(b, Exprs.multiply(d, a), sweep);
    }
  }

  /** r = a / b: a gets d / b, b gets -(d / b) r. */
  private void divide(Var result, Expr a, Expr b, Expr d, Sweep sweep) {
    Expr share = sweep.atom(guarded(Exprs.divide(d, b)));
    give(a, share, sweep);
    if (reverse.flow.isActive(b)) {
      give(b, Exprs.negate(Exprs.multiply(share, Exprs.read(result))), sweep);
    }
  }

  private void apply(Var result, Expr.Apply a, Expr d, Sweep sweep) {
    for (int i = 0; i < a.arguments().size(); i++) {
      Expr argument = a.arguments().get(i);
      if (argument.kind() == Kind.REAL && reverse.flow.isActive(argument)) {
        Optional<Expr> partial =
            reverse.derivatives.partial(a, i, Exprs.read(result), reverse.names, sweep::reverse);
        partial.ifPresent(p -> give(argument, Exprs.multiply(d, p), sweep));
      }
    }
  }

  /** Adds to the adjoint of an operand, under the guard if there is one. */
  private void give(Expr operand, Expr amount, Sweep sweep) {
    reverse.add(operand, guarded(amount), sweep);
  }

  private Expr guarded(Expr amount) {
    return guard.isEmpty() || Exprs.isAtom(amount)
        ? amount
        : new Expr.Choose(guard.get(), amount, Exprs.ZERO);
  }

  private void store(Stmt.Store t, Sweep sweep) {
    Var d = reverse.adjoint(t.container());
    if (reverse.flow.isActive(t.value())) {
      Expr amount = sweep.atom(new Expr.Load(d, t.at()));
      sweep.reverse(new Stmt.Store(d, t.at(), Exprs.ZERO));
      reverse.add(t.value(), amount, sweep);
    } else {
      sweep.reverse(new Stmt.Store(d, t.at(), Exprs.ZERO));
    }
  }

  private void copy(Stmt.Copy c, Sweep sweep) {
    boolean active = reverse.flow.isActive(c.from());
    Optional<Var> from = active ? Optional.of(reverse.adjoint(c.from())) : Optional.empty();
    move(reverse.adjoint(c.to()), from, sweep);
  }

  /** Adds the elements of one adjoint to another, if there is one, and clears them. */
  private void move(Var from, Optional<Var> to, Sweep sweep) {
    Var i = reverse.names.local("i", CoreType.INT);
    Expr at = Exprs.read(i);
    List<Stmt> body = new ArrayList<>();
    if (to.isPresent()) {
      Var amount = reverse.names.local("a", CoreType.REAL);
      body.add(new Stmt.Assign(amount, Exprs.load(from, at)));
      body.add(new Stmt.Store(from, List.of(at), Exprs.ZERO));
      body.add(new Stmt.Accumulate(to.get(), List.of(at), Exprs.read(amount)));
    } else {
      body.add(new Stmt.Store(from, List.of(at), Exprs.ZERO));
    }
    sweep.reverse(
        new Compound.For(i, Exprs.integer(0), last(from), false, body, LoopFacts.UNKNOWN));
  }

  private static Expr last(Var container) {
    List<Expr> sizes = new ArrayList<>();
    for (int k = 0; k < container.type().rank(); k++) {
      sizes.add(new Expr.Dim(container, k));
    }
    return Exprs.subtractInt(Exprs.product(sizes), Exprs.integer(1));
  }

  private void fill(Stmt.FillAll f, Sweep sweep) {
    Var d = reverse.adjoint(f.container());
    if (reverse.flow.isActive(f.value())) {
      Var i = reverse.names.local("i", CoreType.INT);
      Var sum = reverse.names.local("a", CoreType.REAL);
      sweep.reverse(new Stmt.Assign(sum, Exprs.ZERO));
      Stmt next = new Stmt.Increment(sum, Exprs.load(d, Exprs.read(i)));
      sweep.reverse(
          new Compound.For(i, Exprs.integer(0), last(d), false, List.of(next), LoopFacts.UNKNOWN));
      reverse.add(f.value(), Exprs.read(sum), sweep);
    }
    sweep.reverse(new Stmt.FillAll(d, Exprs.ZERO));
  }
}
