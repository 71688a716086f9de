package org.stanj.compiler.emit;

import static org.stanj.compiler.emit.Core.*;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Stmt.Fill;
import org.stanj.compiler.core.Var;

/** Programs with methods that are too long for HotSpot, or for the JVM. */
final class LongPrograms {
  private static final double DAMPING = 0.25;

  private LongPrograms() {}

  static Var x(int k) {
    return realVar("x" + k);
  }

  /** Thousands of assignments, each of which uses two variables from up to {@code reach} before. */
  static CoreProgram straightLine(int statements, int reach) {
    return program(gradient(straight(statements, reach).toArray(Stmt[]::new)));
  }

  private static List<Stmt> straight(int statements, int reach) {
    SplittableRandom random = new SplittableRandom(5);
    List<Stmt> body = new ArrayList<>();
    body.add(set(x(0), at(Q, i(0))));
    for (int k = 1; k < statements; k++) {
      Var a = x(k - 1 - random.nextInt(Math.min(k, reach)));
      Var b = x(k - 1 - random.nextInt(Math.min(k, reach)));
      Expr value = mul(add(get(a), mul(get(b), r(k % 7 / 2.0))), r(DAMPING * 1.7));
      body.add(set(x(k), k % 500 == 0 ? add(value, at(Q, i(k % 3))) : value));
    }
    body.add(accumulate(ADJOINT, get(x(statements / 2)), i(1)));
    body.add(giveBack(get(x(statements - 1))));
    return body;
  }

  /** A loop with thousands of statements in its body, some carried over, with rare jumps. */
  static CoreProgram longLoop(int statements) {
    Var k = intVar("k");
    Var c = container("c", Kind.REAL, 1, false);
    List<Stmt> inner = new ArrayList<>();
    inner.add(make(c, Fill.ZERO, i(4)));
    for (int s = 0; s < statements; s++) {
      Expr old = get(x((s + 1) % 40));
      inner.add(set(x(s % 40), mul(add(old, at(c, i(s % 4))), r(DAMPING))));
      if (s % 100 == 0) {
        inner.add(store(c, add(get(x(s % 40)), at(Q, i(0))), i(s / 100 % 4)));
      }
      if (s == statements / 2) {
        Expr third = op(Operator.EQUAL_INT, op(Operator.MODULO_INT, get(k), i(3)), i(2));
        inner.add(when(third, List.of(new Stmt.Continue()), List.of()));
      }
    }
    List<Stmt> body = new ArrayList<>();
    for (int s = 0; s < 40; s++) {
      body.add(set(x(s), add(at(Q, i(s % 3)), r(s))));
    }
    body.add(loop(k, i(1), i(5), new Compound.Region(inner), accumulate(ADJOINT, get(x(3)), i(0))));
    body.add(giveBack(sum(0, 40)));
    return program(gradient(body.toArray(Stmt[]::new)));
  }

  private static Expr sum(int from, int to) {
    Expr sum = get(x(from));
    for (int k = from + 1; k < to; k++) {
      sum = add(sum, get(x(k)));
    }
    return sum;
  }

  /** One expression with thousands of terms, some of them guarded. */
  static CoreProgram longExpression(int terms) {
    Expr sum = at(Q, i(0));
    for (int k = 1; k < terms; k++) {
      Expr term = mul(at(Q, i(k % 3)), r(1.0 / k));
      if (k % 100 == 0) {
        Expr inside = op(Operator.LESS_INT, i(k % 4), dim(Q, 0));
        term = new Expr.Choose(inside, at(Q, i(k % 4)), sum(term, 200));
      }
      sum = add(sum, term);
    }
    return program(gradient(giveBack(sum)));
  }

  private static Expr sum(Expr e, int terms) {
    Expr sum = e;
    for (int k = 1; k < terms; k++) {
      sum = add(sum, mul(e, r(k)));
    }
    return sum;
  }

  /** Hundreds of variables that all live until the end: more than a method can be given. */
  static CoreProgram manyLive(int variables) {
    List<Stmt> body = new ArrayList<>();
    for (int k = 0; k < variables; k++) {
      body.add(set(x(k), mul(at(Q, i(k % 3)), r(k))));
    }
    for (int round = 0; round < 3; round++) {
      for (int k = 0; k < variables; k++) {
        body.add(set(x(k), add(mul(get(x(k)), r(DAMPING)), get(x((k * 7 + 1) % variables)))));
      }
    }
    body.add(giveBack(sum(0, variables)));
    return program(gradient(body.toArray(Stmt[]::new)));
  }

  /** A function that may return after each of many blocks. */
  static CoreProgram manyReturns(int returns) {
    List<Stmt> body = new ArrayList<>();
    body.add(set(x(0), r(0)));
    for (int k = 0; k < returns; k++) {
      body.add(set(x(0), add(get(x(0)), at(Q, i(k % 3)))));
      body.add(set(x(1), mul(get(x(0)), r(2))));
      body.add(set(x(2), add(get(x(1)), mul(get(x(0)), get(x(0))))));
      Expr reached = op(Operator.LESS, r(50), get(x(2)));
      body.add(when(reached, List.of(giveBack(get(x(2)))), List.of()));
    }
    body.add(giveBack(r(-1)));
    return program(gradient(body.toArray(Stmt[]::new)));
  }

  /** So many functions that one class cannot hold them. */
  static CoreProgram manyFunctions(int n) {
    List<CoreFunction> functions = new ArrayList<>();
    Var v = realVar("v");
    IntStream.range(0, n)
        .mapToObj(k -> function("f" + k, List.of(v), CoreType.REAL, giveBack(mul(get(v), r(k)))))
        .forEach(functions::add);
    List<Stmt> body = new ArrayList<>(List.of(set(x(0), r(0))));
    for (int k = 0; k < n; k++) {
      body.add(call(v, "f" + k, by(at(Q, i(k % 3)))));
      body.add(set(x(0), add(get(x(0)), get(v))));
    }
    body.add(giveBack(get(x(0))));
    functions.add(gradient(body.toArray(Stmt[]::new)));
    return program(functions.toArray(CoreFunction[]::new));
  }

  /** A recursive function with so many parameters, every fourth a container, some absent. */
  static CoreProgram manyParameters(int n) {
    List<Var> parameters = new ArrayList<>(List.of(intVar("depth")));
    List<Operand> first = new ArrayList<>(List.of(by(i(3))));
    List<Operand> again = new ArrayList<>(List.of(by(sub(get(intVar("depth")), i(1)))));
    List<Stmt> body = new ArrayList<>(List.of(set(x(0), r(0))));
    for (int k = 1; k <= n; k++) {
      boolean scalar = k % 4 > 0;
      Var p = scalar ? realVar("p" + k) : container("p" + k, Kind.REAL, 1, false);
      parameters.add(p);
      first.add(scalar ? by(mul(at(Q, i(k % 3)), r(k))) : by(Q));
      again.add(scalar ? by(mul(get(p), r(2))) : new Operand.Absent(Kind.REAL));
      body.add(set(x(0), add(get(x(0)), scalar ? get(p) : real(dim(p, 0)))));
    }
    Stmt recurse = call(x(1), "wide", again.toArray(Operand[]::new));
    body.add(
        when(
            op(Operator.LESS_INT, i(0), get(intVar("depth"))),
            List.of(recurse, set(x(0), add(get(x(0)), get(x(1))))),
            List.of()));
    body.add(giveBack(get(x(0))));
    return program(
        function("wide", parameters, CoreType.REAL, body.toArray(Stmt[]::new)),
        gradient(call(x(0), "wide", first.toArray(Operand[]::new)), giveBack(get(x(0)))));
  }

  /** Many containers that all live until the end. */
  static CoreProgram manyContainers(int n) {
    List<Stmt> body = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      Var c = container("c" + k, Kind.REAL, 1 + k % 2, false);
      body.add(k % 2 == 0 ? make(c, Fill.ZERO, i(3)) : make(c, Fill.ZERO, i(2), i(3)));
      body.add(store(c, add(at(Q, i(k % 3)), r(k)), i(2)));
    }
    body.add(set(x(0), r(0)));
    for (int k = n - 1; k >= 0; k--) {
      Var c = container("c" + k, Kind.REAL, 1 + k % 2, false);
      body.add(set(x(0), add(get(x(0)), mul(at(c, i(2)), real(dim(c, 0))))));
    }
    body.add(giveBack(get(x(0))));
    return program(gradient(body.toArray(Stmt[]::new)));
  }
}
