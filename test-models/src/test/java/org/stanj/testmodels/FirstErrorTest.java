package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/**
 * Where several checks of a program fail, the first in the order of the text is told, though what
 * does not vary in a loop is computed before it: the density, the gradient and generated quantities
 * all say {@code first}. One rule stands above the order: a loop makes the checks of arguments and
 * indices that it can make once, before its first iteration, if an iteration would come to them.
 */
class FirstErrorTest {
  private static final String HEAD =
      """
      functions {
        real refuse(real x) {
          reject("first");
          return x;
        }
        real careful(real x, int n) {
          if (n == 1) {
            reject("first");
          }
          return multi_normal_lpdf([x, x]' | [0, 0]', [[1, 2], [2, 1]]);
        }
      }
      data { int N; int five; vector[2] v; matrix[2, 2] S; }
      parameters { real a; }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a factorisation that does not vary
        "for (n in 1 : N) { if (n == 1) reject(\"first\"); r += multi_normal_lpdf(v | v, S); }",
        "for (n in 1 : N) { r += n == 1 ? refuse(a) : a; r += multi_normal_lpdf(v * a | v, S); }",
        // sizes
        "while (r < 1) { r += refuse(a); r += sum(v + rep_vector(a, five)); }",
        // data alone
        "for (n in 1 : N) { if (n == 1) reject(\"first\"); r += sum(cholesky_decompose(S)); }",
        "for (n in 1 : N) { r += careful(a, n); }",
        "r += careful(a, 1) + normal_lpdf(a | 0, -1);",
        "r += refuse(a); r += normal_lpdf(a | 0, -1) + v[five];",
        // what is not reached says nothing
        "for (n in 1 : N) { if (n == 1) break; "
            + "r += v[five] + normal_lpdf(a | 0, -1); } r += refuse(a);",
        "for (n in 1 : N) { if (n > 0) continue; "
            + "r += v[five] + bernoulli_lpmf(1 | 2); } r += refuse(a);",
        "while (r < 1) { r += 1; if (r > 0) break; r += sum(S[, five]); } r += refuse(a);",
        "for (n in 1 : N) { if (n > five) r += v[five] + normal_lpdf(a | 0, -1); r += refuse(a); }",
        "for (n in five : N) { r += multi_normal_lpdf(v * a | v, S); } reject(\"first\");"
      })
  void firstOfSeveralErrorsIsTold(String body) {
    String model = "model { real r = 0; " + body + " target += r; }\n";
    Model density = bind(HEAD + model);
    Scratch scratch = density.newScratch();
    says(() -> density.logDensity(new double[1], Model.JACOBIAN, scratch));
    says(() -> density.logDensity(new double[1], Model.PROPTO | Model.JACOBIAN, scratch));
    says(() -> density.gradient(new double[1], new double[1], Model.JACOBIAN, scratch));
    Model generated = bind(HEAD + "generated quantities { real r = 0; " + body + " }\n");
    Scratch other = generated.newScratch();
    says(
        () ->
            generated.constrain(
                new double[1], new double[2], true, true, TestPrograms.stream(1), other));
  }

  /** The rule above: the program is rejected either way, with the message of the second check. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1 : N) { if (n == 1) reject(\"first\"); r += bernoulli_lpmf(1 | 2 + a * a); }",
        "for (n in 1 : N) { if (n == 1) reject(\"first\"); r += v[five]; }",
        "for (n in 1 : N) { if (n == 1) reject(\"first\"); "
            + "r += dot_product(v, rep_vector(a, five)); }",
        "for (n in 1 : N) for (k in 1 : 2) { if (k == 1) reject(\"first\"); r += v[n + five] / 0; }"
      })
  void loopsMakeSomeChecksBeforeTheirFirstIteration(String body) {
    Model model = bind(HEAD + "model { real r = 0; " + body + " target += r; }\n");
    Scratch scratch = model.newScratch();
    for (Runnable evaluation :
        List.<Runnable>of(
            () -> model.logDensity(new double[1], Model.JACOBIAN, scratch),
            () -> model.gradient(new double[1], new double[1], Model.JACOBIAN, scratch))) {
      String message = assertThrows(RejectException.class, evaluation::run).getMessage();
      assertTrue(message.matches("(?s).*( must be | must match |out of range).*"), message);
    }
  }

  /** Without the first, the second is told: the programs do have two. */
  @Test
  void withoutTheFirstTheSecondIsTold() {
    String body = "for (n in 1 : N) { r += multi_normal_lpdf(v * a | v, S); }";
    Model model = bind(HEAD + "model { real r = 0; " + body + " target += r; }\n");
    RejectException error =
        assertThrows(
            RejectException.class,
            () -> model.logDensity(new double[1], Model.JACOBIAN, model.newScratch()));
    assertEquals(
        "multi_normal_lpdf: LDLT_Factor of covariance parameter is not positive definite.",
        error.getMessage().replaceFirst("(?s)definite\\..*", "definite."));
  }

  private static void says(Runnable evaluation) {
    RejectException error = assertThrows(RejectException.class, evaluation::run);
    String message = error.getMessage().replaceAll("Exception: | \\(in '.*", "");
    assertEquals("first", message);
  }

  private static Model bind(String text) {
    String data = "{\"N\": 3, \"five\": 5, \"v\": [1, 2], \"S\": [[1, 2], [2, 1]]}";
    return TestPrograms.bindText(TestPrograms.compileText(text), data);
  }
}
