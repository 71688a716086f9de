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
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** The function that runs some elements of a group. */
final class SliceFunction {
  private final Group group;
  private final Var lo;
  private final Var hi;
  private final Names names;
  private final Set<Var> made = new LinkedHashSet<>();

  private SliceFunction(Group group, Names names) {
    this.group = group;
    lo = names.local("lo", CoreType.INT);
    hi = names.local("hi", CoreType.INT);
    this.names = names;
    group.made().forEach(d -> made.add(d.variable()));
  }

  /**
   * @param names of the function that holds the group
   */
  static CoreFunction of(String name, Group group, FrameLayout frames, Names names) {
    SliceFunction slice = new SliceFunction(group, names);
    List<Stmt> body = new ArrayList<>();
    body.add(Target.start());
    body.addAll(frames.unpack(names));
    group.made().forEach(d -> body.add(slice.made(d)));
    group.members().forEach(m -> slice.member(m, body));
    body.add(Target.end());
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
    group.members().forEach(m -> used.addAll(Variables.in(Members.from(m))));
    used.removeAll(own);
    return used;
  }

  private Expr count() {
    return Exprs.addInt(Exprs.subtractInt(Exprs.read(hi), Exprs.read(lo)), Exprs.integer(1));
  }

  /** The part of a container that belongs to the slice. */
  private Stmt made(Stmt.Declare d) {
    List<Expr> sizes = new ArrayList<>(d.sizes());
    sizes.set(0, count());
    return new Stmt.Declare(d.variable(), sizes, d.fill(), d.line());
  }

  /** Elements before the slice. */
  private Expr before() {
    return Exprs.addInt(Exprs.read(lo), Exprs.integer(-1));
  }

  private void member(Stmt member, List<Stmt> body) {
    if (member instanceof Compound.For f) {
      loop(f, body);
    } else if (member instanceof Stmt.Kernel k) {
      List<Operand> arguments = new ArrayList<>(k.arguments());
      arguments.add(arguments.size() - 1, new Operand.Scalar(before()));
      body.add(new Stmt.Kernel(k.result(), k.method().rows(), arguments, k.where(), k.line()));
    } else if (member instanceof Stmt.Copy c && !made.contains(c.from())) {
      Var part = names.local(c.from().name() + "_part", c.from().type());
      body.add(new Stmt.View(part, c.from(), before(), List.of(count())));
      body.add(new Stmt.Copy(c.to(), part, c.line()));
    } else {
      body.add(member);
    }
  }

  /** From elements that count from 1 to indices of the loop. */
  private void loop(Compound.For f, List<Stmt> body) {
    Var first = names.local("first", CoreType.INT);
    Var last = names.local("last", CoreType.INT);
    Expr before = Exprs.addInt(f.from(), Exprs.integer(-1));
    body.add(new Stmt.Assign(first, Exprs.addInt(Exprs.read(lo), before)));
    body.add(new Stmt.Assign(last, Exprs.addInt(Exprs.read(hi), before)));
    Expr own = Exprs.subtractInt(Exprs.read(f.index()), Exprs.read(first));
    Compound.For part =
        new Compound.For(
            f.index(), Exprs.read(first), Exprs.read(last), false, f.body(), f.facts(), f.line());
    body.add(part.mapBodies(b -> list(b, own)));
  }

  private List<Stmt> list(List<Stmt> body, Expr own) {
    return body.stream().map(s -> statement(s, own)).toList();
  }

  /**
   * The same with elements of containers that the slice owns.
   *
   * @param own number of the loop's element in the slice, from 0
   */
  private Stmt statement(Stmt given, Expr own) {
    Stmt s =
        given
            .mapExpressions(e -> e.rewriteBottomUp(x -> expression(x, own)))
            .mapBodies(b -> list(b, own));
    if (s instanceof Stmt.Store t && made.contains(t.container())) {
      return new Stmt.Store(t.container(), within(t.at(), own), t.value(), t.line());
    }
    if (s instanceof Stmt.Accumulate t && made.contains(t.container())) {
      return new Stmt.Accumulate(t.container(), within(t.at(), own), t.value(), t.line());
    }
    return s;
  }

  private Expr expression(Expr e, Expr own) {
    return e instanceof Expr.Load l && made.contains(l.container())
        ? new Expr.Load(l.container(), within(l.at(), own))
        : e;
  }

  private static List<Expr> within(List<Expr> at, Expr own) {
    List<Expr> within = new ArrayList<>(at);
    within.set(0, own);
    return within;
  }
}
