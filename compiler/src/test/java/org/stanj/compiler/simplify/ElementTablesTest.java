package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.stanj.compiler.emit.Core.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.emit.TestKernels;

/** Which functions of elements get a table, and which do not. */
class ElementTablesTest {
  private static final Var N = intVar("n");
  private static final Var K = intVar("k");
  private static final Var I = intVar("i");
  private static final Var X = realVar("x");
  private static final Var C = container("c", Kind.REAL, 1, false);
  private static final Var D = container("d", Kind.REAL, 1, false);
  private static final Stmt MAKE = make(C, Stmt.Fill.ZERO, i(3));
  private static final Stmt FILL =
      loop(I, i(0), i(2), store(C, mul(at(Q, i(0)), real(get(I))), get(I)));
  private static final String FILLED =
      """
      real[1] c = new(3) zero;
      for (i = 0 to 2) {
        c[i] = q[0] * real(i);
      }
      """;

  private static Expr exp(Expr e) {
    return new Expr.Apply(TestKernels.EXP, List.of(e));
  }

  private static Expr sum(Expr a, Expr b) {
    return op(Operator.ADD, a, b);
  }

  private static Stmt target(Expr e) {
    return new Stmt.AddTarget(e);
  }

  private static void check(String expected, Stmt... body) {
    assertEquals(FILLED + expected, Passes.body(ElementTables::run, body));
  }

  @Test
  void loopsThatGoThroughAContainerAgainLookUp() {
    check(
        """
        region {
          real[1] table = new(c.size0) none;
          for (element = 0 to table.size0 + -1) {
            table[element] = guarded(c[element] * exp(2.0 * c[element]));
          }
          for (k = 1 to propto) {
            for (n = 0 to 2) {
              x = c[n];
              target += table[n];
            }
          }
        }
        """,
        MAKE,
        FILL,
        loop(
            K,
            i(1),
            get(PROPTO),
            loop(
                N,
                i(0),
                i(2),
                set(X, at(C, get(N))),
                target(mul(get(X), exp(mul(r(2), get(X))))))));
  }

  @Test
  void otherIndicesLookUpWhereThatIsLessWork() {
    check(
        """
        region {
          tabulated = 2.0 * real(c.size0) <= real(propto + 1);
          real[1] table = new(tabulated ? c.size0 : 0) none;
          for (element = 0 to table.size0 + -1) {
            table[element] = guarded(exp(c[element]));
          }
          if (tabulated) {
            for (n = 0 to propto) {
              target += table[n % 2];
            }
          } else {
            for (n_1 = 0 to propto) {
              target += exp(c[n_1 % 2]);
            }
          }
        }
        """,
        MAKE,
        FILL,
        loop(N, i(0), get(PROPTO), target(exp(at(C, op(Operator.MODULO_INT, get(N), i(2)))))));
  }

  @Test
  void loopsThatFillSomethingStandOnce() {
    check(
        """
        real[1] d = new(3) zero;
        region {
          tabulated = 2.0 * real(c.size0) <= real(propto + 1);
          real[1] table = new(tabulated ? c.size0 : 0) none;
          for (element = 0 to table.size0 + -1) {
            table[element] = guarded(exp(c[element]));
          }
          for (n = 0 to propto) {
            d[n % 3] = tabulated ? table[n % 2] : exp(c[n % 2]);
          }
        }
        """,
        MAKE,
        FILL,
        make(D, Stmt.Fill.ZERO, i(3)),
        loop(
            N,
            i(0),
            get(PROPTO),
            store(
                D,
                exp(at(C, op(Operator.MODULO_INT, get(N), i(2)))),
                op(Operator.MODULO_INT, get(N), i(3)))));
  }

  @Test
  void whatEachIterationMeetsOnceOrTheLoopChangesStays() {
    check(
        """
        for (n = 0 to 2) {
          target += exp(c[n]);
        }
        for (k = 0 to 2) {
          c[1] = c[1] + 1.0;
          target += exp(c[k % 2]) + exp(c[k] * real(k));
        }
        """,
        MAKE,
        FILL,
        loop(N, i(0), i(2), target(exp(at(C, get(N))))),
        loop(
            K,
            i(0),
            i(2),
            store(C, sum(at(C, i(1)), r(1)), i(1)),
            target(
                sum(
                    exp(at(C, op(Operator.MODULO_INT, get(K), i(2)))),
                    exp(mul(at(C, get(K)), real(get(K))))))));
  }
}
