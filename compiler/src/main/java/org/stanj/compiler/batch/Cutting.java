package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.analysis.Occurrences;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Cuts the body of a loop into pieces: stretches of what each iteration does for itself, as long as
 * they can be, and between them what all iterations do alike.
 */
final class Cutting {
  private final Varying varying;
  private final Names names;
  private Optional<String> obstacle = Optional.empty();

  /** Pieces of one list of statements, and the stretch at their end that may still grow. */
  private static final class Row {
    final List<Piece> pieces = new ArrayList<>();
    final List<Stmt> open = new ArrayList<>();
    final Set<Var> used = new HashSet<>();

    void add(Stmt s) {
      open.add(s);
      used.addAll(Occurrences.in(s).keySet());
    }

    /** Adds what is done once, before the open stretch if that has nothing to do with it. */
    void once(Piece p, Stmt s) {
      Set<Var> changed = new HashSet<>();
      s.walk(
          t -> {
            changed.addAll(Variables.defined(t));
            changed.addAll(Variables.elementsWritten(t));
          });
      changed.retainAll(used);
      if (!changed.isEmpty()) {
        close();
      }
      pieces.add(p);
    }

    void close() {
      if (!open.isEmpty()) {
        pieces.add(new Piece.Stretch(List.copyOf(open)));
        open.clear();
        used.clear();
      }
    }
  }

  Cutting(Varying varying, Names names) {
    this.varying = varying;
    this.names = names;
  }

  /** Why the body cannot be cut; empty if it can. */
  Optional<String> obstacle() {
    return obstacle;
  }

  private void refuse(String why) {
    obstacle = obstacle.or(() -> Optional.of(why));
  }

  List<Piece> list(List<Stmt> body) {
    Row row = new Row();
    body.forEach(s -> statement(s, row));
    row.close();
    return row.pieces;
  }

  private void statement(Stmt s, Row row) {
    if (s instanceof Stmt.Declare d && varying.isOwn(d.variable())) {
      own(d, row);
    } else if (isAlike(s)) {
      row.once(new Piece.Once(s), s);
    } else if (s instanceof Compound.Region r) {
      row.close();
      row.pieces.add(new Piece.Scope(list(r.body())));
    } else if (s instanceof Compound.For f) {
      repeat(f, row);
    } else if (s instanceof Compound.If i && isBranch(i)) {
      branch(i, row);
    } else if (s instanceof Stmt.Copy c) {
      copy(c, row);
    } else if (s instanceof Stmt.Kernel k && BlockKernels.isKnown(k)) {
      kernel(k, row);
    } else if (isStep(s)) {
      row.add(s);
    } else {
      refuse("it holds calls that vectors do not have, or saves values one by one");
    }
  }

  private void own(Stmt.Declare d, Row row) {
    if (!Varying.canBeOwn(d.variable().type()) || d.sizes().stream().anyMatch(varying::isVarying)) {
      refuse(
          d.variable().name() + " has another shape in each iteration, or more than one dimension");
    }
    row.once(new Piece.Own(d), d);
  }

  private void repeat(Compound.For f, Row row) {
    if (varying.isVarying(f.from()) || varying.isVarying(f.to())) {
      refuse("an inner loop counts differently in each iteration");
    }
    row.close();
    row.pieces.add(new Piece.Repeat(f, list(f.body())));
  }

  /** A copy is a loop over the elements. */
  private void copy(Stmt.Copy c, Row row) {
    if (!varying.isOwn(c.to()) || !Varying.canBeOwn(c.from().type())) {
      refuse("it copies " + c.from().name());
      return;
    }
    Var j = names.local("element", CoreType.INT);
    Stmt element =
        new Stmt.Store(c.to(), List.of(Exprs.read(j)), Exprs.load(c.from(), Exprs.read(j)));
    repeat(
        new Compound.For(
            j,
            Exprs.integer(0),
            Exprs.addInt(new Expr.Dim(c.to(), 0), Exprs.integer(-1)),
            false,
            List.of(element),
            LoopFacts.UNKNOWN,
            c.line()),
        row);
  }

  private void branch(Compound.If i, Row row) {
    if (varying.isVarying(i.test())) {
      refuse("an inner loop stands under a condition that differs");
    }
    row.close();
    row.pieces.add(new Piece.Branch(i, list(i.yes()), list(i.no())));
  }

  private void kernel(Stmt.Kernel k, Row row) {
    List<Var> scalars = new ArrayList<>();
    for (Operand o : k.arguments()) {
      if (o instanceof Operand.Scalar s) {
        Var v = names.local("argument", CoreType.REAL);
        varying.add(v);
        row.add(new Stmt.Assign(v, s.value(), k.line()));
        scalars.add(v);
      } else if (!(o instanceof Operand.Text
          || (o instanceof Operand.Container c && varying.isOwn(c.variable())))) {
        refuse("a kernel takes what all iterations share");
      }
    }
    row.close();
    row.pieces.add(new Piece.Kernel(k, scalars));
  }

  /** Whether a statement does the same in all iterations, and to do it once is enough. */
  private boolean isAlike(Stmt s) {
    boolean[] alike = {true};
    boolean[] rejects = {false};
    s.walk(
        t -> {
          alike[0] &= isAlikeItself(t);
          rejects[0] |= t instanceof Stmt.Reject;
        });
    return alike[0] && (!rejects[0] || isCheck(s));
  }

  private static boolean isCheck(Stmt s) {
    return s instanceof Compound.If i
        && i.no().isEmpty()
        && i.yes().stream().allMatch(Stmt.Reject.class::isInstance);
  }

  /** Whether a kernel makes nothing: if it throws, no iteration before has found a fault. */
  private static boolean isCheck(Stmt.Kernel k) {
    return k.result().isEmpty()
        && !k.method().random()
        && k.method().parameters().stream()
            .map(KernelMethod.Parameter::mode)
            .allMatch(m -> m == KernelMethod.Mode.IN || m == KernelMethod.Mode.TEXT);
  }

  /** Statements that need no order among iterations, and throw nothing but where all would. */
  private static boolean isQuiet(Stmt s) {
    return isStep(s)
        || s instanceof Stmt.Declare
        || s instanceof Stmt.FillAll
        || s instanceof Stmt.Copy
        || (s instanceof Stmt.Kernel k && isCheck(k))
        || s instanceof Compound.For
        || s instanceof Compound.Region;
  }

  private boolean isAlikeItself(Stmt s) {
    boolean[] alike = {isQuiet(s)};
    s.forEachExpression(e -> alike[0] &= !varying.isVarying(e));
    Variables.containersRead(s).forEach(v -> alike[0] &= !varying.isVarying(v));
    Variables.defined(s).forEach(v -> alike[0] &= !varying.isVarying(v));
    Variables.elementsWritten(s)
        .forEach(v -> alike[0] &= varying.isMade(v) && !varying.isVarying(v));
    s.forEachExpression(
        e -> e.walk(x -> alike[0] &= !(x instanceof Expr.Apply a && a.primitive().rejects())));
    return alike[0];
  }

  /** Whether a condition must come out alike: it has calls under it, or what is no step. */
  private boolean isBranch(Compound.If i) {
    return !isPlain(i) || (!varying.isVarying(i.test()) && Batching.hasCalls(i));
  }

  /** Whether a condition, or a statement under it, is a step by itself. */
  private static boolean isPlain(Compound.If i) {
    boolean[] plain = {true};
    i.walk(t -> plain[0] &= t == i || t instanceof Compound.If || isStep(t));
    return plain[0];
  }

  private static boolean isStep(Stmt s) {
    return s instanceof Stmt.Assign
        || s instanceof Stmt.Increment
        || s instanceof Stmt.Store
        || s instanceof Stmt.Accumulate
        || s instanceof Stmt.Reject
        || s instanceof Compound.If;
  }
}
