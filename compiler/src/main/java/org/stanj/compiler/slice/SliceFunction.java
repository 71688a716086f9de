package org.stanj.compiler.slice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** The function that runs some elements of a group. */
final class SliceFunction {
  private static final Var TARGET = Var.local("target", CoreType.REAL);

  private final Group group;
  private final Var lo;
  private final Var hi;
  private final Var first;
  private final Var last;
  private final Set<Var> made = new LinkedHashSet<>();

  private SliceFunction(Group group, Names names) {
    this.group = group;
    lo = names.local("lo", CoreType.INT);
    hi = names.local("hi", CoreType.INT);
    first = names.local("first", CoreType.INT);
    last = names.local("last", CoreType.INT);
    group.made().forEach(d -> made.add(d.variable()));
  }

  /**
   * @param names of the function that holds the group
   */
  static CoreFunction of(String name, Group group, FrameLayout frames, Names names) {
    SliceFunction slice = new SliceFunction(group, names);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Assign(TARGET, Exprs.ZERO));
    body.addAll(frames.unpack(names));
    body.addAll(slice.bounds());
    group.made().forEach(d -> body.add(slice.made(d)));
    group.members().forEach(m -> body.add(slice.member(m)));
    body.add(new Stmt.Return(Optional.of(new Operand.Scalar(Exprs.read(TARGET)))));
    List<Var> parameters =
        List.of(frames.active(), frames.passive(), frames.ints(), slice.lo, slice.hi);
    return new CoreFunction(name, parameters, Optional.of(CoreType.REAL), body);
  }

  /** The variables that a group takes from outside. */
  static Set<Var> used(Group group) {
    Set<Var> used = new LinkedHashSet<>();
    Set<Var> own = new LinkedHashSet<>();
    List<Stmt> all = new ArrayList<>(group.made());
    all.addAll(group.members());
    for (Stmt s : all) {
      s.walk(
          t -> {
            own.addAll(Variables.defined(t));
            t.forEachExpression(e -> used.addAll(Variables.in(e)));
            used.addAll(Variables.containersRead(t));
            used.addAll(Variables.elementsWritten(t));
          });
    }
    used.addAll(Variables.in(group.range().from()));
    used.removeAll(own);
    return used;
  }

  /** From elements that count from 1 to indices of the range. */
  private List<Stmt> bounds() {
    Expr before = Exprs.addInt(group.range().from(), Exprs.integer(-1));
    return List.of(
        new Stmt.Assign(first, Exprs.addInt(Exprs.read(lo), before)),
        new Stmt.Assign(last, Exprs.addInt(Exprs.read(hi), before)));
  }

  private Expr count() {
    return Exprs.addInt(Exprs.subtractInt(Exprs.read(hi), Exprs.read(lo)), Exprs.integer(1));
  }

  /** The part of a container that belongs to the slice. */
  private Stmt made(Stmt.Declare d) {
    List<Expr> sizes = new ArrayList<>(d.sizes());
    sizes.set(0, count());
    return new Stmt.Declare(d.variable(), sizes, d.fill());
  }

  private Stmt member(Stmt member) {
    if (member instanceof Compound.For f) {
      Compound.For part =
          new Compound.For(
              f.index(), Exprs.read(first), Exprs.read(last), false, f.body(), f.facts());
      return part.mapBodies(this::list);
    }
    if (member instanceof Stmt.Kernel k) {
      List<Operand> arguments = new ArrayList<>(k.arguments());
      arguments.add(arguments.size() - 1, new Operand.Scalar(Exprs.read(first)));
      return new Stmt.Kernel(k.result(), k.method().rows(), arguments, k.where());
    }
    return member;
  }

  private List<Stmt> list(List<Stmt> body) {
    return body.stream().map(this::statement).toList();
  }

  private Stmt statement(Stmt given) {
    Stmt s = given.mapExpressions(e -> e.rewriteBottomUp(this::expression)).mapBodies(this::list);
    if (s instanceof Stmt.Store t && made.contains(t.container())) {
      return new Stmt.Store(t.container(), shifted(t.at()), t.value());
    }
    if (s instanceof Stmt.Accumulate t && made.contains(t.container())) {
      return new Stmt.Accumulate(t.container(), shifted(t.at()), t.value());
    }
    return s;
  }

  private Expr expression(Expr e) {
    return e instanceof Expr.Load l && made.contains(l.container())
        ? new Expr.Load(l.container(), shifted(l.at()))
        : e;
  }

  private List<Expr> shifted(List<Expr> at) {
    List<Expr> shifted = new ArrayList<>(at);
    shifted.set(0, Exprs.subtractInt(at.get(0), Exprs.read(first)));
    return shifted;
  }
}
