package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.stdlib.abi.Callback;
import org.stanj.stdlib.abi.RejectException;

/** Roots of classical test systems, their derivatives, and errors as Stan 2.39 words them. */
final class AlgebraSolversTest {
  private static final double[] NONE = {};
  private static final String NO_SETUP =
      "The linear solver\u2019s setup function failed in an unrecoverable manner.";

  private enum Method {
    NEWTON("solve_newton", 1e-3) {
      @Override
      void solve(
          Callback f, double[] guess, double tolerance, double residual, int steps, double[] out) {
        AlgebraSolvers.newton(
            f,
            guess,
            1,
            guess.length - 1,
            tolerance,
            residual,
            steps,
            name,
            out,
            1,
            out.length - 1);
      }

      @Override
      void adjoint(Callback f, double[] out, double[] dOut, double[] dActive) {
        int n = out.length - 1;
        AlgebraSolvers.newtonAdjoint(
            f, out, 1, n, 1e-3, 1e-6, 200, name, out, 1, n, NONE, 0, 0, null, 0, dOut, 0, dActive,
            1);
      }
    },
    POWELL("solve_powell", 1e-10) {
      @Override
      void solve(
          Callback f, double[] guess, double tolerance, double residual, int steps, double[] out) {
        AlgebraSolvers.powell(
            f,
            guess,
            1,
            guess.length - 1,
            tolerance,
            residual,
            steps,
            name,
            out,
            1,
            out.length - 1);
      }

      @Override
      void adjoint(Callback f, double[] out, double[] dOut, double[] dActive) {
        int n = out.length - 1;
        AlgebraSolvers.powellAdjoint(
            f, out, 1, n, 1e-10, 1e-6, 200, name, out, 1, n, NONE, 0, 0, null, 0, dOut, 0, dActive,
            1);
      }
    };

    final String name;
    final double tolerance;

    Method(String name, double tolerance) {
      this.name = name;
      this.tolerance = tolerance;
    }

    abstract void solve(
        Callback f, double[] guess, double tolerance, double residual, int steps, double[] out);

    /** All from offset 1, but for the adjoint of the output. */
    abstract void adjoint(Callback f, double[] out, double[] dOut, double[] dActive);

    double[] root(Callback f, double tolerance, double residual, int steps, double... guess) {
      double[] out = new double[guess.length + 1];
      solve(f, shifted(guess), tolerance, residual, steps, out);
      return java.util.Arrays.copyOfRange(out, 1, out.length);
    }

    double[] root(Callback f, double... guess) {
      return root(f, tolerance, 1e-6, 200, guess);
    }

    String failure(Callback f, double... guess) {
      return assertThrows(RejectException.class, () -> root(f, guess)).getMessage();
    }

    /** Derivatives of Σ xᵢ/i. */
    double[] gradient(Callback f, double... root) {
      double[] dOut = new double[root.length];
      for (int i = 0; i < dOut.length; i++) {
        dOut[i] = 1.0 / (i + 1);
      }
      double[] dActive = new double[f.activeLength() + 1];
      adjoint(f, shifted(root), dOut, dActive);
      return java.util.Arrays.copyOfRange(dActive, 1, dActive.length);
    }

    private static double[] shifted(double[] x) {
      double[] out = new double[x.length + 1];
      System.arraycopy(x, 0, out, 1, x.length);
      return out;
    }
  }

  private static FormulaCallback one(java.util.function.BinaryOperator<Dual> f, double p) {
    return new FormulaCallback((x, a) -> new Dual[] {f.apply(x[0], a[0])}, p);
  }

  private static FormulaCallback linear(double p) {
    return one((x, a) -> x.minus(a), p);
  }

  private static FormulaCallback pair(double a, double b) {
    return new FormulaCallback(
        (u, p) ->
            new Dual[] {
              u[0].plus(p[0].times(u[1])).plus(-1), u[1].power(3).plus(p[1].times(u[1])).minus(u[0])
            },
        a,
        b);
  }

  private static FormulaCallback rosenbrock(double p) {
    return new FormulaCallback(
        (x, a) -> new Dual[] {a[0].times(x[0].plus(-1)), x[1].minus(x[0].square()).times(10)}, p);
  }

  private static FormulaCallback badlyScaled(double p) {
    return new FormulaCallback(
        (x, a) ->
            new Dual[] {
              x[0].times(x[1]).times(1e4).minus(a[0]),
              x[0].times(-1).exp().plus(x[1].times(-1).exp()).plus(-1.0001)
            },
        p);
  }

  /** Broyden's tridiagonal function. */
  private static FormulaCallback tridiagonal(double p) {
    return new FormulaCallback(
        (x, a) -> {
          Dual[] r = new Dual[x.length];
          for (int i = 0; i < r.length; i++) {
            r[i] = x[i].times(-2).plus(3).times(x[i]).plus(a[0]);
            r[i] = i > 0 ? r[i].minus(x[i - 1]) : r[i];
            r[i] = i + 1 < r.length ? r[i].minus(x[i + 1].times(2)) : r[i];
          }
          return r;
        },
        p);
  }

  private static FormulaCallback proportional(double p, double q) {
    return new FormulaCallback(
        (x, a) -> new Dual[] {x[0].plus(x[1]).minus(a[0]), x[0].plus(x[1]).times(2).minus(a[1])},
        p,
        q);
  }

  /** System, guess, root, derivatives of Σ xᵢ/i: by hand or by Stan's solve_powell. */
  static Stream<Arguments> systems() {
    return Stream.of(
        row(linear(3), at(0), at(3), at(1)),
        row(one((x, a) -> x.log().minus(a), 1), at(1), at(Math.E), at(Math.E)),
        row(
            one((x, a) -> x.atan().minus(a), 0.5),
            at(3),
            at(Math.tan(0.5)),
            at(1.2984464104095248)),
        row(one((x, a) -> x.exp().minus(a).times(1e-9), 3), at(1), at(Math.log(3)), at(1 / 3.0)),
        row(one((x, a) -> x.exp().minus(a).times(1e9), 3), at(1), at(Math.log(3)), at(1 / 3.0)),
        row(rosenbrock(1), at(-1.2, 1), at(1, 1), at(0)),
        row(
            badlyScaled(1),
            at(0, 1),
            at(1.0981593296997313e-05, 9.1061467398672722),
            at(-0.050006722629290304)),
        row(
            tridiagonal(1),
            at(-1, -1, -1, -1, -1),
            at(
                -0.56482839861554257,
                -0.6662737178032111,
                -0.66091704443819221,
                -0.59505004737940825,
                -0.41620110773828262),
            at(-0.78477836924599631)),
        row(
            pair(0.8201369011802836, 1.1086455000909463),
            at(0.5, 0.5),
            at(0.61781852277906, 0.46599717275364),
            null));
  }

  private static Arguments row(FormulaCallback f, double[] guess, double[] root, Object slopes) {
    return Arguments.of(f, guess, root, slopes);
  }

  private static double[] at(double... x) {
    return x;
  }

  @ParameterizedTest
  @MethodSource("systems")
  void findsTheRootAndItsDerivatives(
      FormulaCallback f, double[] guess, double[] root, double[] slopes) {
    for (Method method : Method.values()) {
      double[] found = method.root(f, guess);
      assertArrayEquals(root, found, 1e-11, method.name());
      if (slopes != null) {
        assertArrayEquals(slopes, method.gradient(f, found), 1e-8);
      }
    }
  }

  /** The adjoint against differences of roots. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void derivativesAreThoseOfTheRoot(Method method) {
    double[] slopes = method.gradient(pair(0.8, 1.1), method.root(pair(0.8, 1.1), 0.5, 0.5));
    double h = 1e-4;
    double[] above = method.root(pair(0.8 + h, 1.1), 0.5, 0.5);
    double[] below = method.root(pair(0.8 - h, 1.1), 0.5, 0.5);
    assertEquals(sum(above) - sum(below), 2 * h * slopes[0], 1e-7 * h);
    above = method.root(pair(0.8, 1.1 + h), 0.5, 0.5);
    below = method.root(pair(0.8, 1.1 - h), 0.5, 0.5);
    assertEquals(sum(above) - sum(below), 2 * h * slopes[1], 1e-7 * h);
  }

  private static double sum(double[] x) {
    return x[0] + x[1] / 2;
  }

  /**
   * Each of those from Stan: {@code equilibrium_solve_newton} and {@code legacy_ode_and_solver}.
   */
  @ParameterizedTest
  @EnumSource(Method.class)
  void solvesThePrograms(Method method) {
    FormulaCallback balance =
        new FormulaCallback(
            (u, ab) -> new Dual[] {u[0].plus(ab[0].times(u[0].exp())).minus(ab[1].times(0.9516))},
            0.8201369011802836,
            1.1086455000909463);
    assertEquals(0.1253369781289903, method.root(balance, 0)[0], 1e-7);
    double[] slopes = method.gradient(balance, method.root(balance, 0));
    double u = method.root(balance, 0)[0];
    double jacobian = 1 + 0.8201369011802836 * Math.exp(u);
    assertArrayEquals(at(-Math.exp(u) / jacobian, 0.9516 / jacobian), slopes, 1e-12);
    FormulaCallback roots =
        new FormulaCallback(
            (x, k) -> new Dual[] {x[0].minus(k[0]), x[0].times(x[1]).minus(k[1].times(0.7))},
            0.5,
            2.5);
    assertArrayEquals(at(0.5, 3.5), method.root(roots, 1, 1), 1e-12);
    assertArrayEquals(at(1 - 3.5, 0.7), method.gradient(roots, 0.5, 3.5), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void findsFarRoots(Method method) {
    for (double far : at(10, 1000, 1e7, -1e7)) {
      assertEquals(far, method.root(linear(far), 0)[0], 1e-9 * Math.abs(far));
      assertEquals(far, method.root(linear(far), 1)[0], 1e-9 * Math.abs(far));
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void comesCloseToDoubleRoots(Method method) {
    double root = method.root(one((x, a) -> x.minus(a).square(), 3), 1)[0];
    assertEquals(3, root, 1e-3 * 3);
  }

  @Test
  void aRootThatWasGuessedCostsLittle() {
    for (Method method : Method.values()) {
      FormulaCallback f = linear(1);
      assertEquals(1, method.root(f, 1)[0]);
      assertTrue(f.calls() <= 3, "calls " + f.calls());
    }
  }

  @Test
  void systemsWithoutRootFail() {
    FormulaCallback parabola = one((x, a) -> x.square().plus(a), 1);
    assertEquals(NO_SETUP, Method.NEWTON.failure(parabola, 1));
    assertEquals(NO_SETUP, Method.NEWTON.failure(parabola, 0));
    assertTrue(
        Method.NEWTON
            .failure(parabola, 0.7)
            .startsWith("algebra_solver failed with error flag -5"));
    for (double guess : at(0, 1, 0.7, -30)) {
      assertEquals(notARoot("1", "1e-06"), Method.POWELL.failure(parabola, guess));
    }
    FormulaCallback exponential = one((x, a) -> x.exp().plus(a), 1);
    assertEquals(NO_SETUP, Method.NEWTON.failure(exponential, 1));
    assertEquals(notARoot("1", "1e-06"), Method.POWELL.failure(exponential, 1));
    FormulaCallback bounded = one((x, a) -> x.atan().minus(a), 2);
    assertEquals(tooManySteps(200), Method.NEWTON.failure(bounded, 3));
    assertEquals(notARoot("0.429204", "1e-06"), Method.POWELL.failure(bounded, 3));
    assertTrue(bounded.calls() < 1000, "calls " + bounded.calls());
    FormulaCallback cycle = one((x, a) -> x.power(3).minus(x.times(2)).plus(a), 2);
    assertTrue(Method.POWELL.failure(cycle, 0).contains("algebraic function is 0.9113"));
    assertEquals("algebra_solver failed with error flag -5.", Method.NEWTON.failure(cycle, 0));
  }

  private static String notARoot(String norm, String tolerance) {
    return "algebra_solver: the norm of the algebraic function is "
        + norm
        + " but should be lower than the function tolerance: "
        + tolerance
        + ". Consider decreasing the relative tolerance and increasing max_num_steps.";
  }

  private static String tooManySteps(int steps) {
    return "algebra_solver: maximum number of iterations ("
        + steps
        + ") was exceeded in the solve.";
  }

  @Test
  void singularSystemsFail() {
    assertEquals(NO_SETUP, Method.NEWTON.failure(proportional(1, 3), 1, 1));
    assertEquals(NO_SETUP, Method.NEWTON.failure(proportional(1, 2), 1, 1));
    assertEquals(notARoot("0.447214", "1e-06"), Method.POWELL.failure(proportional(1, 3), 1, 1));
    double[] root = Method.POWELL.root(proportional(1, 2), 1, 1);
    assertEquals(1, root[0] + root[1], 1e-12);
    for (Method method : Method.values()) {
      assertEquals(
          NO_SETUP,
          assertThrows(RejectException.class, () -> method.gradient(proportional(1, 2), 0.5, 0.5))
              .getMessage());
    }
  }

  @Test
  void nearlySingularSystemsEnd() {
    for (double gap : at(1e-6, 1e-10, 1e-14, 1e-18, 1e-300)) {
      FormulaCallback f =
          new FormulaCallback(
              (x, a) ->
                  new Dual[] {
                    x[0].plus(x[1]).minus(a[0]), x[0].plus(x[1].times(1 + gap)).minus(a[0])
                  },
              1);
      for (Method method : Method.values()) {
        try {
          double[] root = method.root(f, 3, 4);
          assertEquals(1, root[0] + root[1], 1e-6);
        } catch (RejectException e) {
          assertEquals(NO_SETUP, e.getMessage());
        }
      }
      assertTrue(f.calls() < 500, "calls " + f.calls());
    }
  }

  @Test
  void residualsThatAreNotFiniteEnd() {
    FormulaCallback log = one((x, a) -> x.log().minus(a), 1);
    String first = "algebra_solver failed with error flag -14.";
    assertEquals(first, Method.NEWTON.failure(log, -1));
    assertEquals(first, Method.NEWTON.failure(log, 0));
    assertEquals(notARoot("nan", "1e-06"), Method.POWELL.failure(log, -1));
    assertEquals(notARoot("inf", "1e-06"), Method.POWELL.failure(log, 0));
    // the full step leads below 0
    assertEquals(Math.E, Method.NEWTON.root(log, 10)[0], 1e-12);
    FormulaCallback slope =
        new FormulaCallback(
            (x, a) -> new Dual[] {new Dual(x[0].value() - 1, at(Double.NaN, 1))}, 1);
    assertEquals(NO_SETUP, Method.NEWTON.failure(slope, 3));
    assertEquals(notARoot("2", "1e-06"), Method.POWELL.failure(slope, 3));
    FormulaCallback wall = one((x, a) -> x.value() > 1.5 ? x.minus(a) : x.times(Double.NaN), 1);
    assertTrue(Method.NEWTON.failure(wall, 3).contains("flag -5"));
    assertTrue(Method.POWELL.failure(wall, 3).contains("norm of the algebraic function is 0.5"));
    assertTrue(log.calls() + wall.calls() < 1000);
  }

  @Test
  void whatTheFunctionThrowsPassesThrough() {
    RejectException thrown = RejectException.domain("no");
    FormulaCallback f =
        new FormulaCallback(
            (x, a) -> {
              throw thrown;
            });
    for (Method method : Method.values()) {
      assertEquals("no", method.failure(f, 1));
    }
  }

  @Test
  void stepsAreLimited() {
    for (Method method : Method.values()) {
      assertEquals(
          tooManySteps(5),
          assertThrows(
                  RejectException.class,
                  () -> method.root(rosenbrock(1), method.tolerance, 1e-6, 5, -1.2, 1))
              .getMessage());
    }
    assertEquals(5, Method.NEWTON.root(linear(5), 1e-3, 1e-6, 1, 1)[0]);
    assertEquals(
        tooManySteps(1),
        assertThrows(RejectException.class, () -> Method.POWELL.root(linear(5), 1e-10, 1e-6, 1, 1))
            .getMessage());
  }

  @Test
  void tolerancesThatRoundingForbids() {
    FormulaCallback large = one((x, a) -> x.exp().minus(a).times(1e9), 3);
    assertEquals(Math.log(3), Method.NEWTON.root(large, 1e-12, 1e-12, 200, 1)[0], 1e-14);
    assertEquals(Math.log(3), Method.NEWTON.root(large, 0, 0, 200, 1)[0], 1e-14);
    String message =
        assertThrows(RejectException.class, () -> Method.POWELL.root(large, 1e-12, 1e-12, 200, 1))
            .getMessage();
    assertTrue(message.contains("function tolerance: 1e-12. Consider"), message);
    assertTrue(large.calls() < 400, "calls " + large.calls());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void refusesArgumentsAsStanDoes(Method method) {
    String name = method.name;
    assertEquals(
        name + ": initial guess has size 0, but must have a non-zero size",
        method.failure(linear(1)));
    assertEquals(
        name + ": initial guess[1] is nan, but must be finite!",
        method.failure(linear(1), Double.NaN));
    assertEquals(
        (method == Method.NEWTON
                ? "solve_newton: scaling_step_size"
                : "alegbra_solver_powell: relative_tolerance")
            + " is -1, but must be nonnegative!",
        failure(method, -1, 1e-6, 200));
    assertEquals(
        name + ": function_tolerance is -1, but must be nonnegative!",
        failure(method, 1e-3, -1, 200));
    assertEquals(
        name + ": max_num_steps is 0, but must be positive!", failure(method, 1e-3, 1e-6, 0));
  }

  private static String failure(Method method, double tolerance, double residual, int steps) {
    return assertThrows(
            RejectException.class, () -> method.root(linear(1), tolerance, residual, steps, 1))
        .getMessage();
  }
}
