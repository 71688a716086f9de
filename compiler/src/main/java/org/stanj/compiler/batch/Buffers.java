package org.stanj.compiler.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lane;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * What the stages of a block hand to each other: a stretch of one container for each variable, one
 * element for each iteration. One container, because each is three arguments where a method is
 * split.
 */
final class Buffers {
  /** Elements between buffers, so that they do not meet at the same places of the cache. */
  private static final int GAP = 8;

  private final int length;
  private final Var container;
  private final Expr position;
  private final Expr count;
  private final Names names;
  private final Map<Var, Integer> places = new LinkedHashMap<>();
  private final Map<Var, List<Var>> arguments = new LinkedHashMap<>();
  private int kept;
  private int most;

  /**
   * @param index of an iteration
   * @param from first iteration of the block
   * @param to last iteration of the block
   * @param length of the longest block
   */
  Buffers(Var index, Var from, Var to, int length, Names names) {
    this.length = length + GAP;
    this.names = names;
    container = names.local("buffers", CoreType.REALS);
    position = Exprs.op(Operator.SUBTRACT_INT, Exprs.read(index), Exprs.read(from));
    Expr span = Exprs.op(Operator.SUBTRACT_INT, Exprs.read(to), Exprs.read(from));
    count = Exprs.addInt(span, Exprs.integer(1));
  }

  /** To be asked for when all are known. */
  Stmt declaration() {
    Expr size = Exprs.integer(most * length);
    return new Stmt.Declare(container, List.of(size), Stmt.Fill.NONE);
  }

  /** The variables whose buffers hold the arguments of the call that makes this one. */
  List<Var> arguments(Var result, int count) {
    return arguments.computeIfAbsent(
        result,
        v ->
            Stream.generate(() -> names.local("argument_of_" + v.name(), CoreType.REAL))
                .limit(count)
                .toList());
  }

  /** Gives a variable a buffer that stays its own. */
  void keep(Var v) {
    place(v);
    kept = places.size();
  }

  /** Takes back all buffers but those that are kept. */
  void release() {
    places.values().removeIf(place -> place >= kept);
  }

  /** Elements between the buffers of two variables. */
  int stride() {
    return length;
  }

  /** Number of an iteration in its block, from 0. */
  Expr position() {
    return position;
  }

  /** A buffer for a kernel itself, of as many elements as the block has iterations. */
  Operand room(List<Stmt> out) {
    return operand(names.local("room", CoreType.REAL), out);
  }

  /** Neighbouring buffers for a kernel itself. */
  Operand room(int buffers, List<Stmt> out) {
    int first = places.size();
    for (int i = 0; i < buffers; i++) {
      place(names.local("room", CoreType.REAL));
    }
    Var view = names.local("room_block", CoreType.REALS);
    Expr from = Exprs.integer(first * length);
    out.add(new Stmt.View(view, container, from, List.of(Exprs.integer(buffers * length))));
    return new Operand.Container(view);
  }

  private Expr place(Var v) {
    int place = places.computeIfAbsent(v, k -> places.size());
    most = Math.max(most, place + 1);
    return Exprs.integer(place * length);
  }

  /** The element of this iteration. */
  Expr load(Var v) {
    return Exprs.load(container, Exprs.addInt(position, place(v)));
  }

  /** Sets the element of this iteration. */
  Stmt store(Var v, Expr value, int line) {
    return new Stmt.Store(container, List.of(Exprs.addInt(position, place(v))), value, line);
  }

  /**
   * The part of a sum that this iteration adds to; the parts stand where {@code v} has its buffer.
   */
  Expr.Load part(Var v) {
    return new Expr.Load(container, List.of(Exprs.addInt(Lane.part(position), place(v))));
  }

  /** The parts of a sum. */
  Operand.Container parts(Var v, List<Stmt> out) {
    return stretch(v, Exprs.integer(Lane.PARTS), out);
  }

  /** All elements of the block, for a kernel; the view goes before it. */
  Operand operand(Var v, List<Stmt> out) {
    return stretch(v, count, out);
  }

  private Operand.Container stretch(Var v, Expr length, List<Stmt> out) {
    Var view = names.local(v.name() + "_block", CoreType.REALS);
    out.add(new Stmt.View(view, container, place(v), List.of(length)));
    return new Operand.Container(view);
  }
}
