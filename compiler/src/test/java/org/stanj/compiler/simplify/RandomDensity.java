package org.stanj.compiler.simplify;

import static org.stanj.compiler.emit.Core.*;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.emit.Core;
import org.stanj.compiler.emit.TestKernels;

/**
 * Random log densities of three parameters: nested loops, branches, checks, sums, containers and
 * views. Every variable is assigned before it is read, every index is in range, and values stay
 * small, so that rounding does not grow.
 */
final class RandomDensity {
  private static final Var SHARED = container("shared", Kind.REAL, 1, false);
  private static final Var PART = container("part", Kind.REAL, 1, false);
  private static final Var TARGET = realVar("target");

  private final SplittableRandom random;
  private List<Var> readable = new ArrayList<>();
  private List<Var> indices = new ArrayList<>();
  private int names;

  private RandomDensity(long seed) {
    random = new SplittableRandom(seed);
  }

  static CoreProgram program(long seed) {
    return new RandomDensity(seed).program();
  }

  private CoreProgram program() {
    List<Stmt> body = new ArrayList<>();
    body.add(set(TARGET, r(0)));
    body.add(make(SHARED, Stmt.Fill.ZERO, i(4)));
    body.add(new Stmt.View(PART, SHARED, i(1), List.of(i(3))));
    for (int k = 0; k < 3; k++) {
      body.add(assign(fresh("p"), at(Q, i(k))));
    }
    body.addAll(list(8, 3));
    body.add(giveBack(get(TARGET)));
    return Core.program(density(body.toArray(Stmt[]::new)));
  }

  private Var fresh(String base) {
    return realVar(base + names++);
  }

  private Stmt assign(Var v, Expr e) {
    if (!readable.contains(v)) {
      readable.add(v);
    }
    return set(v, e);
  }

  private List<Stmt> list(int length, int depth) {
    List<Stmt> body = new ArrayList<>();
    for (int k = 0; k < length; k++) {
      statement(depth, body);
    }
    return body;
  }

  /** A list that may not run: what it assigns first cannot be read after it. */
  private List<Stmt> inner(int length, int depth) {
    List<Var> before = readable;
    readable = new ArrayList<>(before);
    List<Stmt> body = list(length, depth);
    readable = before;
    return body;
  }

  private void statement(int depth, List<Stmt> out) {
    switch (random.nextInt(depth > 0 ? 13 : 8)) {
      case 0, 1 -> out.add(assign(fresh("v"), small(expr(2))));
      case 2 -> out.add(set(any(), small(expr(2))));
      case 3 -> update(out);
      case 4 -> out.add(store());
      case 5, 6 -> out.add(new Stmt.AddTarget(sub(expr(2), expr(1))));
      case 7 -> out.add(check());
      case 8 -> out.add(when(test(), inner(2, depth - 1), inner(random.nextInt(3), depth - 1)));
      case 9 -> sum(depth, out);
      default -> out.add(loop(depth));
    }
  }

  private Var any() {
    return readable.get(random.nextInt(readable.size()));
  }

  private void update(List<Stmt> out) {
    Var v = any();
    out.add(set(v, small(random.nextBoolean() ? sum(get(v), expr(1)) : sub(get(v), expr(1)))));
  }

  /** A variable that is added up in a loop and then to the target. */
  private void sum(int depth, List<Stmt> out) {
    Var v = fresh("sum");
    out.add(set(v, random.nextBoolean() ? r(0) : expr(1)));
    Stmt more = set(v, random.nextBoolean() ? sum(get(v), expr(2)) : sub(get(v), expr(2)));
    Var i = intVar("i" + names++);
    indices.add(i);
    List<Stmt> body = inner(1, depth - 1);
    body.add(random.nextBoolean() ? more : when(test(), List.of(more), List.of()));
    indices.remove(i);
    out.add(Core.loop(i, i(0), index(get(PROPTO)), body.toArray(Stmt[]::new)));
    out.add(new Stmt.AddTarget(mul(r(0.5), get(v))));
  }

  private static Expr index(Expr e) {
    return Exprs.addInt(e, i(-1));
  }

  private Stmt store() {
    Var to = random.nextBoolean() ? SHARED : PART;
    Expr at = position(to);
    return random.nextBoolean()
        ? Core.store(to, small(expr(2)), at)
        : Core.store(to, small(sum(at(to, at), expr(1))), at);
  }

  /** An index in range: loops run from 0 to at most 2. */
  private Expr position(Var container) {
    boolean loop = !indices.isEmpty() && random.nextBoolean();
    return loop
        ? get(indices.get(random.nextInt(indices.size())))
        : i(random.nextInt(container.equals(SHARED) ? 4 : 3));
  }

  private Stmt check() {
    Expr bad = op(Operator.LESS, r(0.499 * 4), expr(1));
    Stmt reject = new Stmt.Reject(Stmt.RejectKind.DOMAIN, List.of(text("bad")), "here");
    return when(bad, List.of(reject), List.of());
  }

  private Stmt loop(int depth) {
    Var i = intVar("i" + names++);
    indices.add(i);
    List<Stmt> body = inner(3, depth - 1);
    indices.remove(i);
    Expr last = random.nextBoolean() ? i(random.nextInt(3)) : index(get(PROPTO));
    if (random.nextInt(3) == 0) {
      body = List.of(new Compound.Region(body));
    }
    Stmt[] all = body.toArray(Stmt[]::new);
    return random.nextBoolean() ? Core.loop(i, i(0), last, all) : loopDown(i, i(0), last, all);
  }

  private Expr test() {
    return switch (random.nextInt(3)) {
      case 0 -> get(JACOBIAN);
      case 1 -> op(Operator.LESS, get(any()), r(0.05));
      default ->
          indices.isEmpty()
              ? op(Operator.LESS_INT, i(1), get(PROPTO))
              : op(Operator.EQUAL_INT, get(indices.get(indices.size() - 1)), i(1));
    };
  }

  private static Expr sum(Expr a, Expr b) {
    return op(Operator.ADD, a, b);
  }

  /** Between -1/2 and 1/2. */
  private static Expr small(Expr e) {
    return op(Operator.DIVIDE, e, sum(r(1), mul(e, e)));
  }

  private Expr expr(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return leaf();
    }
    return switch (random.nextInt(8)) {
      case 0 -> new Expr.Apply(TestKernels.EXP, List.of(leaf()));
      case 1 -> op(Operator.DIVIDE, expr(depth - 1), sum(r(2), mul(get(any()), r(0.5))));
      case 2 -> op(Operator.NEGATE, expr(depth - 1));
      case 3 -> new Expr.Choose(test(), expr(depth - 1), expr(depth - 1));
      case 4 -> sub(expr(depth - 1), expr(depth - 1));
      case 5 -> sum(expr(depth - 1), expr(depth - 1));
      default -> mul(expr(depth - 1), expr(depth - 1));
    };
  }

  private Expr leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> r(random.nextInt(8) / 4.0 - 1);
      case 1 -> {
        Var from = random.nextBoolean() ? SHARED : PART;
        yield at(from, position(from));
      }
      case 2 -> indices.isEmpty() ? r(0.75) : real(get(indices.get(0)));
      default -> get(any());
    };
  }
}
