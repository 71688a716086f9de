package org.stanj.compiler.slice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * How the variables that a group uses travel to its slices: reals that carry derivatives in one
 * frame, other reals in a second one, ints and the sizes of all containers in a third. Each holds
 * scalars first. Fields of the model need no frame.
 */
final class FrameLayout {
  private final List<Frame> frames;
  private final List<Var> containers;

  /** A frame where it is filled, with what it holds. */
  private record Frame(Var variable, List<Var> scalars, List<Var> containers) {}

  FrameLayout(Set<Var> used, Predicate<Var> active, Names names) {
    Set<Var> locals = new LinkedHashSet<>();
    used.stream().filter(v -> v.storage() == Var.Storage.LOCAL).forEach(locals::add);
    frames =
        List.of(
            frame(names.local("active", CoreType.REALS), locals, active),
            frame(
                names.local("passive", CoreType.REALS), locals, v -> v.isReal() && !active.test(v)),
            frame(names.local("ints", CoreType.INTS), locals, v -> v.type().kind() == Kind.INT));
    containers = locals.stream().filter(v -> !v.isScalar()).toList();
  }

  private static Frame frame(Var variable, Set<Var> locals, Predicate<Var> holds) {
    return new Frame(
        variable,
        locals.stream().filter(v -> v.isScalar() && holds.test(v)).toList(),
        locals.stream().filter(v -> !v.isScalar() && holds.test(v)).toList());
  }

  Var active() {
    return frames.get(0).variable();
  }

  Var passive() {
    return frames.get(1).variable();
  }

  Var ints() {
    return frames.get(2).variable();
  }

  private Frame intFrame() {
    return frames.get(2);
  }

  private int sizes() {
    return containers.stream().mapToInt(v -> v.type().rank()).sum();
  }

  /** Where the containers of a frame begin. */
  private Expr first(Frame frame) {
    int sizes = frame == intFrame() ? sizes() : 0;
    return Exprs.integer(frame.scalars().size() + sizes);
  }

  /** Fills the frames. */
  List<Stmt> pack(Names names) {
    List<Stmt> code = new ArrayList<>();
    for (Frame frame : frames) {
      Expr length = first(frame);
      for (Var c : frame.containers()) {
        length = Exprs.addInt(length, Exprs.product(dims(c)));
      }
      code.add(new Stmt.Declare(frame.variable(), List.of(length), Stmt.Fill.NONE));
      pack(frame, names, code);
    }
    int at = intFrame().scalars().size();
    for (Var c : containers) {
      for (Expr size : dims(c)) {
        code.add(new Stmt.Store(ints(), List.of(Exprs.integer(at++)), size));
      }
    }
    return code;
  }

  private void pack(Frame frame, Names names, List<Stmt> code) {
    for (int i = 0; i < frame.scalars().size(); i++) {
      Expr value = Exprs.read(frame.scalars().get(i));
      code.add(new Stmt.Store(frame.variable(), List.of(Exprs.integer(i)), value));
    }
    Expr at = first(frame);
    for (Var c : frame.containers()) {
      Var part = names.local(c.name() + "_part", c.type());
      code.add(new Stmt.View(part, frame.variable(), at, dims(c)));
      code.add(new Stmt.Copy(part, c));
      at = Exprs.addInt(at, Exprs.product(dims(c)));
    }
  }

  private static List<Expr> dims(Var container) {
    List<Expr> dims = new ArrayList<>();
    for (int d = 0; d < container.type().rank(); d++) {
      dims.add(new Expr.Dim(container, d));
    }
    return dims;
  }

  /** Gives the variables their values where a slice begins; frames have the same names there. */
  List<Stmt> unpack(Names names) {
    List<Stmt> code = new ArrayList<>();
    for (Frame frame : frames) {
      for (int i = 0; i < frame.scalars().size(); i++) {
        Expr value = Exprs.load(frame.variable(), Exprs.integer(i));
        code.add(new Stmt.Assign(frame.scalars().get(i), value));
      }
    }
    List<List<Expr>> sizes = new ArrayList<>();
    int next = intFrame().scalars().size();
    for (Var c : containers) {
      List<Expr> own = new ArrayList<>();
      for (int d = 0; d < c.type().rank(); d++) {
        Var size = names.local("n", CoreType.INT);
        code.add(new Stmt.Assign(size, Exprs.load(ints(), Exprs.integer(next++))));
        own.add(Exprs.read(size));
      }
      sizes.add(own);
    }
    for (Frame frame : frames) {
      Expr at = first(frame);
      for (Var c : frame.containers()) {
        List<Expr> own = sizes.get(containers.indexOf(c));
        code.add(new Stmt.View(c, frame.variable(), at, own));
        at = Exprs.addInt(at, Exprs.product(own));
      }
    }
    return code;
  }
}
