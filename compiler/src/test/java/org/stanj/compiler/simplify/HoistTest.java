package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.stanj.compiler.emit.Core.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.emit.TestKernels;

/** What moves out of loops, and what stays. */
class HoistTest {
  private static final Var N = intVar("n");
  private static final Var K = intVar("k");
  private static final Var S = realVar("s");
  private static final Var X = realVar("x");
  private static final Var V = realVar("v");
  private static final Var C = container("c", Kind.REAL, 1, false);

  private static Expr exp(Expr e) {
    return new Expr.Apply(TestKernels.EXP, List.of(e));
  }

  private static Expr div(Expr a, Expr b) {
    return op(Operator.DIVIDE, a, b);
  }

  private static Expr index(Var i) {
    return Exprs.addInt(get(i), i(-1));
  }

  private static Stmt target(Expr e) {
    return new Stmt.AddTarget(e);
  }

  private static Stmt rejectIf(Expr test, Expr shown) {
    return when(
        test,
        List.of(new Stmt.Reject(Stmt.RejectKind.DOMAIN, List.of(text("bad "), by(shown)), "here")),
        List.of());
  }

  private static void check(String expected, Stmt... body) {
    assertEquals(expected, Passes.body(Hoist::run, body));
  }

  @Test
  void invariantsChecksAndTermsLeaveTheLoop() {
    check(
        """
        s = q[0];
        if (1 <= propto && !(0.0 < s)) {
          reject domain ("bad ", s);
        }
        v = 1.0 / s;
        fixed = exp(s);
        for (n = 1 to propto) {
          x = (real(n) - s) * v;
          target += x * x;
        }
        if (1 <= propto) {
          target += -(real(propto) * fixed);
          if (!jacobian) {
            target += 3.0 * real(propto);
          }
        }
        """,
        set(S, at(Q, i(0))),
        loop(
            N,
            i(1),
            get(PROPTO),
            rejectIf(Exprs.not(op(Operator.LESS, r(0), get(S))), get(S)),
            set(V, div(r(1), get(S))),
            set(X, mul(sub(real(get(N)), get(S)), get(V))),
            target(sub(mul(get(X), get(X)), exp(get(S)))),
            when(Exprs.not(get(JACOBIAN)), List.of(target(r(3))), List.of())));
  }

  @Test
  void divisionByAnInvariantBecomesAProduct() {
    check(
        """
        s = q[0];
        fixed = 1.0 / (exp(s) + 1.0);
        for (n = 1 to propto) {
          target += real(n) * fixed;
        }
        """,
        set(S, at(Q, i(0))),
        loop(N, i(1), get(PROPTO), target(div(real(get(N)), sum(exp(get(S)), r(1))))));
  }

  @Test
  void invariantsLeaveNestedLoops() {
    check(
        """
        s = q[0];
        fixed_1 = exp(s);
        fixed = s * s;
        for (k = 1 to 3) {
          region {
            real[1] c = new(2) zero;
            x = fixed_1 * real(k);
            for (n = 1 to propto) {
              c[0] = x * real(n);
              target += x * c[0];
            }
          }
        }
        if (1 <= propto) {
          target += 3.0 * (real(propto) * fixed);
        }
        """,
        set(S, at(Q, i(0))),
        loop(
            K,
            i(1),
            i(3),
            new Compound.Region(
                List.of(
                    make(C, Stmt.Fill.ZERO, i(2)),
                    loop(
                        N,
                        i(1),
                        get(PROPTO),
                        set(X, mul(exp(get(S)), real(get(K)))),
                        store(C, mul(get(X), real(get(N))), i(0)),
                        target(sum(mul(get(X), at(C, i(0))), mul(get(S), get(S)))))))));
  }

  @Test
  void loadsThatMayFailStayBehindTheTestThatTheLoopRuns() {
    check(
        """
        if (1 <= propto && q.size0 < 3) {
          reject domain ("bad ", q.size0);
        }
        if (1 <= propto) {
          v = q[2];
          if (9.0 < v) {
            reject domain ("bad ", v);
          }
          fixed = v * v;
          for (n = 1 to propto) {
            target += fixed * real(n);
          }
        }
        """,
        loop(
            N,
            i(1),
            get(PROPTO),
            rejectIf(op(Operator.LESS_INT, dim(Q, 0), i(3)), dim(Q, 0)),
            set(V, at(Q, i(2))),
            rejectIf(op(Operator.LESS, r(9), get(V)), get(V)),
            target(mul(mul(get(V), get(V)), real(get(N))))));
  }

  @Test
  void loadsInRangeMoveFreely() {
    check(
        """
        real[1] c = new(propto) zero;
        if (1 <= propto) {
          fixed_1 = q[0];
          for (k = 1 to propto) {
            c[k + -1] = fixed_1 * real(k);
            fixed = exp(c[k + -1]);
            for (n = 1 to jacobian) {
              target += fixed * real(n);
            }
          }
        }
        """,
        make(C, Stmt.Fill.ZERO, get(PROPTO)),
        loop(
            K,
            i(1),
            get(PROPTO),
            store(C, mul(at(Q, i(0)), real(get(K))), index(K)),
            loop(N, i(1), get(JACOBIAN), target(mul(exp(at(C, index(K))), real(get(N)))))));
  }

  @Test
  void derivativesOfWhatMayNotRunStayFinite() {
    Expr positive = op(Operator.LESS_INT, i(1), get(N));
    Expr flag = op(Operator.LESS_INT, i(1), get(JACOBIAN));
    check(
        """
        s = q[0];
        fixed = guarded(exp(s));
        fixed_1 = s - 1.0;
        fixed_2 = guarded(1.0 / s);
        for (n = 1 to propto) {
          if (1 < n) {
            target += fixed * real(n);
          } else {
            target += fixed_1 * real(n);
          }
          if (1 < jacobian) {
            target += fixed * real(n);
          }
          target += 1 < n ? real(n) * fixed_2 : 0.0;
        }
        """,
        set(S, at(Q, i(0))),
        loop(
            N,
            i(1),
            get(PROPTO),
            when(
                positive,
                List.of(target(mul(exp(get(S)), real(get(N))))),
                List.of(target(mul(sub(get(S), r(1)), real(get(N)))))),
            when(flag, List.of(target(mul(exp(get(S)), real(get(N))))), List.of()),
            target(new Expr.Choose(positive, div(real(get(N)), get(S)), r(0)))));
  }

  @Test
  void sumsInVariablesLoseInvariantTerms() {
    check(
        """
        v = 0.0;
        s = q[0];
        for (n = propto downto jacobian + 1) {
          v += real(n);
        }
        if (jacobian + 1 <= propto) {
          v += -(real(propto - jacobian) * exp(s));
        }
        target += v * v;
        """,
        set(V, r(0)),
        set(S, at(Q, i(0))),
        loopDown(
            N,
            add(get(JACOBIAN), i(1)),
            get(PROPTO),
            new Stmt.Increment(V, sub(real(get(N)), exp(get(S))))),
        target(mul(get(V), get(V))));
  }

  @Test
  void whatAnAliasWritesIsNotInvariant() {
    Var part = container("part", Kind.REAL, 1, false);
    check(
        """
        real[1] c = new(3) zero;
        real[1] part = view(c from 1, sizes 2);
        for (n = 1 to propto) {
          target += exp(c[1]);
          part[0] = real(n);
        }
        """,
        make(C, Stmt.Fill.ZERO, i(3)),
        new Stmt.View(part, C, i(1), List.of(i(2))),
        loop(N, i(1), get(PROPTO), target(exp(at(C, i(1)))), store(part, real(get(N)), i(0))));
  }

  @Test
  void nothingMovesPastPrintsOrOutOfTheOrderOfATargetThatIsRead() {
    Var target = realVar("target");
    check(
        """
        fixed = exp(1.0);
        for (n = 1 to propto) {
          print (n);
          if (q[0] < 0.0) {
            reject domain ("bad ", 0.0);
          }
          target += fixed;
        }
        x = target;
        """,
        loop(
            N,
            i(1),
            get(PROPTO),
            new Stmt.Print(List.of(by(get(N)))),
            rejectIf(op(Operator.LESS, at(Q, i(0)), r(0)), r(0)),
            target(exp(r(1)))),
        set(X, get(target)));
  }

  @Test
  void whileLoopsGiveUpWhatCannotHarm() {
    check(
        """
        s = q[0];
        n = 0;
        fixed = guarded(exp(real(propto)) * (exp(s) + (s - 1.0)));
        while (n < propto) {
          n = n + 1;
          target += fixed;
        }
        """,
        set(S, at(Q, i(0))),
        set(N, i(0)),
        new Compound.While(
            op(Operator.LESS_INT, get(N), get(PROPTO)),
            List.of(
                set(N, add(get(N), i(1))),
                target(mul(exp(real(get(PROPTO))), sum(exp(get(S)), sub(get(S), r(1))))))));
  }

  @Test
  void boundsThatTheLoopChangesAreSaved() {
    Var last = intVar("last");
    check(
        """
        last = propto;
        s = q[0];
        last_1 = last;
        fixed = exp(s);
        for (n = 1 to last_1) {
          last = last + 1;
        }
        if (1 <= last_1) {
          target += real(last_1) * fixed;
        }
        """,
        set(last, get(PROPTO)),
        set(S, at(Q, i(0))),
        loop(N, i(1), get(last), set(last, add(get(last), i(1))), target(exp(get(S)))));
  }

  private static Expr sum(Expr a, Expr b) {
    return op(Operator.ADD, a, b);
  }
}
