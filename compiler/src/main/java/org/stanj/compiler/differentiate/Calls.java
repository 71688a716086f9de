package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.KernelMethod.Mode;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * The reverse of calls: of kernels by their adjoint methods, of functions by their vector-Jacobian
 * products, of parallel sums by the gradients that their slices gave.
 *
 * <p>A called function's forward sweep runs again when its reverse is called; nothing of it is
 * saved but its arguments.
 */
final class Calls {
  private final Reverse reverse;
  private final VjpNames functions;

  Calls(Reverse reverse, VjpNames functions) {
    this.reverse = reverse;
    this.functions = functions;
  }

  void statement(Stmt s, Sweep sweep, List<Runnable> back) {
    if (s instanceof Stmt.Kernel k) {
      kernel(k, sweep, back);
    } else if (s instanceof Stmt.Call c) {
      call(c, sweep, back);
    } else {
      parallel((Stmt.ParallelSum) s, sweep, back);
    }
  }

  /** The container, or a copy of it if it is written again before the reverse sweep reads it. */
  private Var lasting(Var container, Stmt s, Sweep sweep) {
    if (!reverse.writes.writtenAfter(container, s)) {
      return container;
    }
    Var copy = reverse.names.local(container.name() + "_then", container.type());
    Stmt room = new Stmt.Declare(copy, dims(container), Stmt.Fill.NONE);
    sweep.forward(room);
    sweep.forward(new Stmt.Copy(copy, container));
    sweep.made(copy, room, false);
    return copy;
  }

  static List<Expr> dims(Var container) {
    List<Expr> sizes = new ArrayList<>();
    for (int k = 0; k < container.type().rank(); k++) {
      sizes.add(new Expr.Dim(container, k));
    }
    return sizes;
  }

  private void kernel(Stmt.Kernel k, Sweep sweep, List<Runnable> back) {
    boolean active =
        k.method().differentiable()
            && (k.result().map(reverse.flow::isActive).orElse(false) || activeOutput(k));
    if (!active) {
      sweep.forward(k);
      reverse.record(k, sweep);
      return;
    }
    if (k.method().saves()) {
      saving(k, sweep, back);
      return;
    }
    List<Operand> before = new ArrayList<>();
    for (int i = 0; i < k.arguments().size(); i++) {
      Operand o = k.arguments().get(i);
      boolean in = k.method().parameters().get(i).mode().isRead();
      before.add(
          in && o instanceof Operand.Container c
              ? new Operand.Container(lasting(c.variable(), k, sweep))
              : o);
    }
    sweep.forward(traced(k));
    reverse.record(k, sweep);
    if (k.method().makes()) {
      Var result = k.result().orElseThrow();
      reverse.room(result, dims(result), sweep);
    }
    List<Operand> values = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Operand o = before.get(i);
      boolean outOf = k.method().parameters().get(i).mode() == Mode.OUT;
      values.add(
          outOf && o instanceof Operand.Container c
              ? new Operand.Container(lasting(c.variable(), k, sweep))
              : o);
    }
    back.add(() -> kernelBack(k, values, sweep));
  }

  /** The reverse needs the slopes that the forward sweep has saved, and not the argument. */
  private void saving(Stmt.Kernel k, Sweep sweep, List<Runnable> back) {
    Var argument = ((Operand.Container) k.arguments().get(0)).variable();
    Var slopes = reverse.names.local("slopes", argument.type());
    Stmt room = new Stmt.Declare(slopes, dims(argument), Stmt.Fill.NONE);
    Operand saved = new Operand.Container(slopes);
    sweep.forward(room);
    sweep.made(slopes, room, false);
    sweep.forward(
        new Stmt.Kernel(
            k.result(), k.method().saving(), List.of(k.arguments().get(0), saved), k.where()));
    reverse.record(k, sweep);
    back.add(
        () ->
            adjointOf(k.result().orElseThrow(), sweep)
                .ifPresent(d -> give(k, saved, d, reverse.adjoint(argument), sweep)));
  }

  private static void give(Stmt.Kernel k, Operand slopes, Expr d, Var adjoint, Sweep sweep) {
    List<Operand> arguments =
        List.of(slopes, new Operand.Scalar(d), new Operand.Container(adjoint));
    sweep.reverse(new Stmt.Kernel(Optional.empty(), k.method().saved(), arguments, k.where()));
  }

  /** The same with a trace for the reverse, if it makes one. */
  private static Stmt.Kernel traced(Stmt.Kernel k) {
    List<Operand> arguments = k.arguments().stream().map(Calls::traced).toList();
    return new Stmt.Kernel(k.result(), k.method(), arguments, k.where());
  }

  private static Operand traced(Operand o) {
    return o instanceof Operand.Function f ? new Operand.Function(f.id(), f.function(), true) : o;
  }

  private boolean activeOutput(Stmt.Kernel k) {
    boolean active = false;
    for (int i = 0; i < k.arguments().size(); i++) {
      active |=
          k.method().parameters().get(i).mode() == Mode.OUT
              && reverse.flow.isActive(k.arguments().get(i));
    }
    return active;
  }

  private void kernelBack(Stmt.Kernel k, List<Operand> values, Sweep sweep) {
    List<Operand> arguments = new ArrayList<>(values);
    if (k.method().traces()) {
      arguments.add(new Operand.Container(k.result().orElseThrow()));
    } else if (k.method().makes()) {
      arguments.add(new Operand.Container(k.result().orElseThrow()));
      arguments.add(new Operand.Container(reverse.adjoint(k.result().get())));
    } else if (k.result().isPresent()) {
      Optional<Expr> adjoint = adjointOf(k.result().get(), sweep);
      if (adjoint.isEmpty()) {
        return;
      }
      arguments.add(new Operand.Scalar(Exprs.read(k.result().get())));
      arguments.add(new Operand.Scalar(adjoint.get()));
    }
    List<Stmt> clear = new ArrayList<>();
    for (int i = 0; i < k.arguments().size(); i++) {
      KernelMethod.Parameter p = k.method().parameters().get(i);
      if (!p.hasAdjoint()) {
        continue;
      }
      Var c = ((Operand.Container) k.arguments().get(i)).variable();
      boolean active = reverse.flow.isActive(c);
      arguments.add(
          active ? new Operand.Container(reverse.adjoint(c)) : new Operand.Absent(Kind.REAL));
      if (active && p.mode() == Mode.OUT && !reverse.isWrittenOnce(c, k)) {
        clear.add(new Stmt.FillAll(reverse.adjoint(c), Exprs.ZERO));
      }
    }
    arguments.forEach(functions::needsVjp);
    sweep.reverse(new Stmt.Kernel(Optional.empty(), k.method().adjoint(), arguments, k.where()));
    clear.forEach(sweep::reverse);
  }

  /** The adjoint of a scalar result in an atom; empty if nothing depends on it. */
  private Optional<Expr> adjointOf(Var result, Sweep sweep) {
    return sweep.adjoint(result).map(sweep::atom);
  }

  private void call(Stmt.Call c, Sweep sweep, List<Runnable> back) {
    boolean active = c.result().map(reverse.flow::isActive).orElse(false);
    List<Operand> lasting = new ArrayList<>();
    for (Operand o : c.arguments()) {
      lasting.add(
          active && o instanceof Operand.Container v
              ? new Operand.Container(lasting(v.variable(), c, sweep))
              : o);
    }
    sweep.forward(c);
    reverse.record(c, sweep);
    if (!active) {
      return;
    }
    Var result = c.result().orElseThrow();
    if (!result.isScalar()) {
      reverse.room(result, dims(result), sweep);
    }
    back.add(() -> callBack(c, lasting, result, sweep));
  }

  private void callBack(Stmt.Call c, List<Operand> values, Var result, Sweep sweep) {
    List<Boolean> active = c.arguments().stream().map(reverse.flow::isActive).toList();
    List<Operand> arguments = new ArrayList<>(values);
    if (result.isScalar()) {
      Optional<Expr> adjoint = adjointOf(result, sweep);
      if (adjoint.isEmpty()) {
        return;
      }
      arguments.add(new Operand.Scalar(adjoint.get()));
    } else {
      arguments.add(new Operand.Container(reverse.adjoint(result)));
    }
    List<Runnable> after = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        arguments.add(adjointArgument(c.arguments().get(i), sweep, after));
      }
    }
    String vjp = functions.vjp(c.function(), active);
    sweep.reverse(new Stmt.Call(Optional.empty(), vjp, arguments, c.where()));
    after.forEach(Runnable::run);
  }

  /** Where a call adds the adjoint of an argument: of a scalar, a container of one element. */
  private Operand adjointArgument(Operand argument, Sweep sweep, List<Runnable> after) {
    if (argument instanceof Operand.Container c) {
      return new Operand.Container(reverse.adjoint(c.variable()));
    }
    Expr atom = ((Operand.Scalar) argument).value();
    Var one = reverse.names.local("d_argument", CoreType.REALS);
    sweep.reverse(new Stmt.Declare(one, List.of(Exprs.integer(1)), Stmt.Fill.ZERO));
    after.add(() -> reverse.add(atom, sweep.atom(Exprs.load(one, Exprs.integer(0))), sweep));
    return new Operand.Container(one);
  }

  /** Runs the slices with their gradients at once: the adjoint of the sum only scales these. */
  private void parallel(Stmt.ParallelSum p, Sweep sweep, List<Runnable> back) {
    boolean active = reverse.flow.isActive(p.result()) && reverse.flow.isActive(p.active());
    if (!active) {
      sweep.forward(p);
      reverse.record(p, sweep);
      return;
    }
    Var gradient = reverse.names.local("d_slices", CoreType.REALS);
    Stmt room = new Stmt.Declare(gradient, dims(p.active()), Stmt.Fill.ZERO);
    sweep.forward(room);
    sweep.made(gradient, room, false);
    sweep.forward(p.withAdjoint(gradient));
    reverse.record(p, sweep);
    back.add(() -> parallelBack(p, gradient, sweep));
  }

  private void parallelBack(Stmt.ParallelSum p, Var gradient, Sweep sweep) {
    Optional<Expr> adjoint = adjointOf(p.result(), sweep);
    if (adjoint.isEmpty()) {
      return;
    }
    Var i = reverse.names.local("i", CoreType.INT);
    Expr at = Exprs.read(i);
    Expr amount = Exprs.multiply(adjoint.get(), Exprs.load(gradient, at));
    Stmt add = new Stmt.Accumulate(reverse.adjoint(p.active()), List.of(at), amount);
    Expr last = Exprs.subtractInt(new Expr.Dim(gradient, 0), Exprs.integer(1));
    sweep.reverse(
        new Compound.For(i, Exprs.integer(0), last, false, List.of(add), LoopFacts.UNKNOWN));
  }
}
