package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.stanj.compiler.emit.Core.*;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.emit.Core;

/** What is folded, left out and joined. */
class TidyTest {
  private static final Var N = intVar("n");
  private static final Var M = intVar("m");
  private static final Var X = realVar("x");
  private static final Var Y = realVar("y");
  private static final Var Z = realVar("z");
  private static final Var C = container("c", Kind.REAL, 1, false);
  private static final Var D = container("d", Kind.REAL, 1, false);

  private static Stmt target(Expr e) {
    return new Stmt.AddTarget(e);
  }

  private static Expr sum(Expr a, Expr b) {
    return op(Operator.ADD, a, b);
  }

  private static Stmt reject() {
    return new Stmt.Reject(Stmt.RejectKind.DOMAIN, List.of(text("bad")), "here");
  }

  private static void first(String expected, Stmt... body) {
    assertEquals(expected, Passes.body(Tidy::first, body));
  }

  private static void last(String expected, Stmt... body) {
    assertEquals(expected, Passes.body(Tidy::last, body));
  }

  @Test
  void literalsAndCopiesAreReplaced() {
    first(
        """
        y = q[0];
        target += 0.5 * (y * y);
        target += 2.0 + real(propto);
        """,
        set(X, r(0.5)),
        set(Y, at(Q, i(0))),
        set(Z, get(Y)),
        set(N, add(get(PROPTO), i(-1))),
        set(M, add(get(N), i(1))),
        when(op(Operator.NOT_EQUAL_INT, get(PROPTO), get(M)), List.of(reject()), List.of()),
        target(mul(mul(get(X), get(Z)), get(Z))),
        target(sum(mul(get(X), r(4)), real(get(M)))));
  }

  @Test
  void copiesOfWhatChangesStay() {
    first(
        """
        x = q[0];
        for (n = 1 to propto) {
          z = real(n);
          if (n == 1) {
            y = z;
          }
          target += y * x;
        }
        """,
        set(X, at(Q, i(0))),
        loop(
            N,
            i(1),
            get(PROPTO),
            set(Z, real(get(N))),
            when(op(Operator.EQUAL_INT, get(N), i(1)), List.of(set(Y, get(Z))), List.of()),
            target(mul(get(Y), get(X)))));
  }

  @Test
  void decidedBranchesAndLoopsGo() {
    first(
        """
        target += 1.0;
        target += 2.0;
        """,
        set(N, i(3)),
        when(op(Operator.LESS_INT, get(N), i(2)), List.of(reject()), List.of(target(r(1)))),
        loop(M, i(1), i(0), reject()),
        new Compound.While(op(Operator.LESS_INT, get(N), i(0)), List.of(reject())),
        target(new Expr.Choose(get(N), r(2), r(3))));
  }

  @Test
  void whatNobodyNeedsGoes() {
    first(
        """
        target += q[0];
        """,
        new Compound.Region(
            List.of(
                make(C, Stmt.Fill.ZERO, i(3)),
                make(D, Stmt.Fill.ZERO, i(3)),
                loop(
                    N,
                    i(0),
                    i(2),
                    store(C, real(get(N)), get(N)),
                    accumulate(D, at(C, get(N)), get(N))),
                set(X, at(D, i(0))),
                set(Y, get(X)))),
        set(X, sum(get(X), r(1))),
        target(at(Q, i(0))));
  }

  @Test
  void whatIsNeededThroughViewsStays() {
    Var part = container("part", Kind.REAL, 1, false);
    first(
        """
        real[1] c = new(3) zero;
        real[1] part = view(c from 1, sizes 2);
        part[0] = q[0];
        target += c[1];
        """,
        make(C, Stmt.Fill.ZERO, i(3)),
        new Stmt.View(part, C, i(1), List.of(i(2))),
        store(part, at(Q, i(0)), i(0)),
        target(at(C, i(1))));
  }

  @Test
  void branchesWithTheSameTestAreJoined() {
    Expr test = op(Operator.LESS_INT, i(1), get(PROPTO));
    first(
        """
        if (1 < propto) {
          target += 1.0;
          target += q[0];
        }
        if (!(1 < propto)) {
          target += q[1];
        }
        if (!jacobian) {
          reject domain ("bad");
        }
        """,
        when(test, List.of(target(r(1))), List.of()),
        when(test, List.of(target(at(Q, i(0)))), List.of()),
        when(test, List.of(set(X, r(3))), List.of(target(at(Q, i(1))))),
        when(get(JACOBIAN), List.of(), List.of(reject(), target(r(1)))));
  }

  @Test
  void valuesReadOnceAreJoined() {
    last(
        """
        c_0 = 0.0;
        z = c_0;
        c_0 = q[0] * 3.0 - 1.0;
        target += z * c_0;
        """,
        make(C, Stmt.Fill.ZERO, i(2)),
        set(X, at(Q, i(0))),
        set(Y, mul(get(X), r(3))),
        set(Z, at(C, i(0))),
        store(C, sub(get(Y), r(1)), i(0)),
        target(mul(get(Z), at(C, i(0)))));
  }

  @Test
  void valuesStayOutOfLoops() {
    last(
        """
        n = 0;
        x = q[0] * 2.0;
        y = q[1] * 2.0;
        while (real(n) < x) {
          n = n + 1;
          target += y;
        }
        """,
        set(X, mul(at(Q, i(0)), r(2))),
        set(Y, mul(at(Q, i(1)), r(2))),
        set(N, i(0)),
        new Compound.While(
            op(Operator.LESS, real(get(N)), get(X)),
            List.of(set(N, add(get(N), i(1))), target(get(Y)))));
  }

  @Test
  void longProgramsPass() {
    List<Stmt> body = new ArrayList<>();
    Expr before = at(Q, i(0));
    for (int k = 0; k < 10_000; k++) {
      Var v = realVar("v" + k);
      body.add(set(v, mul(before, get(X))));
      body.add(when(get(PROPTO), List.of(target(get(v))), List.of()));
      before = get(v);
    }
    CoreFunction density = Core.density();
    CoreProgram program =
        Core.program(
            Core.procedure(
                density.name(),
                density.parameters(),
                concat(set(X, at(Q, i(1))), body.toArray(Stmt[]::new))));
    CoreProgram after = Tidy.last(Tidy.first(program));
    assertTrue(after.function(Entries.LOG_DENSITY).body().size() > 10_000);
  }

  private static Stmt[] concat(Stmt one, Stmt[] others) {
    List<Stmt> all = new ArrayList<>(List.of(one));
    all.addAll(List.of(others));
    return all.toArray(Stmt[]::new);
  }
}
