package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.stanj.compiler.emit.Core.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Which sums are added to the target at once. */
class AccumulatorsTest {
  private static final Var N = intVar("n");
  private static final Var V = realVar("v");
  private static final Var W = realVar("w");

  private static Stmt target(Expr e) {
    return new Stmt.AddTarget(e);
  }

  private static Expr sum(Expr a, Expr b) {
    return op(Operator.ADD, a, b);
  }

  private static Stmt update(Var v, Expr by) {
    return set(v, sum(get(v), by));
  }

  private static void check(String expected, Stmt... body) {
    assertEquals(expected, Passes.body(Accumulators::run, body));
  }

  @Test
  void updatesInLoopsAndBranches() {
    check(
        """
        target += -2.0 * q[0];
        for (n = 1 to propto) {
          if (1 < n) {
            target += -2.0 * real(n);
          } else {
            target += 2.0 * q[1];
          }
        }
        target += q[2];
        """,
        set(V, at(Q, i(0))),
        loop(
            N,
            i(1),
            get(PROPTO),
            when(
                op(Operator.LESS_INT, i(1), get(N)),
                List.of(update(V, real(get(N)))),
                List.of(set(V, sub(get(V), at(Q, i(1))))))),
        target(sum(mul(r(-2), get(V)), at(Q, i(2)))));
  }

  @Test
  void sumsOfSums() {
    check(
        """
        for (n = 1 to propto) {
          target += -real(n);
          target += -q[0];
        }
        """,
        set(V, r(0)),
        loop(
            N,
            i(1),
            get(PROPTO),
            set(W, r(0)),
            update(W, real(get(N))),
            update(W, at(Q, i(0))),
            update(V, get(W))),
        target(op(Operator.NEGATE, get(V))));
  }

  @Test
  void endsOfBranches() {
    check(
        """
        if (q[0] < 0.1) {
          target += -1.0;
        } else {
          if (propto) {
            target += q[1];
          } else {
            target += q[0] * q[1];
          }
        }
        """,
        when(
            op(Operator.LESS, at(Q, i(0)), r(0.1)),
            List.of(set(V, r(-1))),
            List.of(
                when(
                    get(PROPTO),
                    List.of(set(W, r(0)), update(W, at(Q, i(1))), set(V, get(W))),
                    List.of(set(V, mul(at(Q, i(0)), at(Q, i(1)))))))),
        target(get(V)));
  }

  @Test
  void otherUsesKeepTheVariable() {
    check(
        """
        v = 0.0;
        for (n = 1 to propto) {
          v += real(n);
          w = v;
        }
        target += v;
        w = 1.0;
        target += w * w;
        """,
        set(V, r(0)),
        loop(N, i(1), get(PROPTO), update(V, real(get(N))), set(W, get(V))),
        target(get(V)),
        set(W, r(1)),
        target(mul(get(W), get(W))));
  }

  @Test
  void additionsBeforeTheEndKeepTheVariable() {
    check(
        """
        v = 1.0;
        for (n = 1 to propto) {
          target += v;
          v += real(n);
        }
        """,
        set(V, r(1)),
        loop(N, i(1), get(PROPTO), target(get(V)), update(V, real(get(N)))));
  }

  @Test
  void aTargetThatIsReadKeepsItsOrder() {
    check(
        """
        v = 1.0;
        v += q[0];
        target += v;
        w = target;
        """,
        set(V, r(1)),
        update(V, at(Q, i(0))),
        target(get(V)),
        set(W, get(realVar("target"))));
  }
}
