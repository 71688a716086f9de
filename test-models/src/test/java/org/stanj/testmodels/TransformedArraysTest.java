package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;

/** A transform called on an array does what calls on its elements do. */
class TransformedArraysTest {
  private static final String WHOLE =
      """
      data { int N; }
      parameters { array[N, 2] vector[3] x; }
      transformed parameters {
        array[N, 2] vector[4] s = simplex_jacobian(x);
        array[N] matrix[3, 3] L = cholesky_factor_corr_constrain(x[ : , 2], 3);
        array[N, 2] vector[3] back = simplex_unconstrain(s);
      }
      model {
        for (n in 1 : N) {
          target += dot_product(s[n, 1], [1, 2, 3, 4]) - s[n, 2, 3] + 2 * L[n, 3, 2];
          target += normal_lpdf(back[n, 1] | x[n, 2], 1);
        }
      }
      """;
  private static final String BY_ELEMENTS =
      """
      data { int N; }
      parameters { array[N, 2] vector[3] x; }
      transformed parameters {
        array[N, 2] vector[4] s;
        array[N] matrix[3, 3] L;
        array[N, 2] vector[3] back;
        for (n in 1 : N) {
          L[n] = cholesky_factor_corr_constrain(x[n, 2], 3);
          for (k in 1 : 2) {
            s[n, k] = simplex_jacobian(x[n, k]);
            back[n, k] = simplex_unconstrain(s[n, k]);
          }
        }
      }
      model {
        for (n in 1 : N) {
          target += dot_product(s[n, 1], [1, 2, 3, 4]) - s[n, 2, 3] + 2 * L[n, 3, 2];
          target += normal_lpdf(back[n, 1] | x[n, 2], 1);
        }
      }
      """;

  @Test
  void arraysAreTransformedByElement() {
    double[] q = new double[18];
    for (int i = 0; i < q.length; i++) {
      q[i] = Math.sin(3 * i + 1);
    }
    double[] whole = gradient(WHOLE, 3, q);
    assertArrayEquals(gradient(BY_ELEMENTS, 3, q), whole, 1e-12);
  }

  @Test
  void emptyArraysStayEmpty() {
    assertEquals(0, gradient(WHOLE, 0, new double[0])[0]);
  }

  /** The log density with Jacobian, and its gradient. */
  private static double[] gradient(String text, int n, double[] q) {
    CompiledModel program = TestPrograms.compileText(text);
    Model model = TestPrograms.bindText(program, "{\"N\": " + n + "}");
    double[] gradient = new double[q.length];
    double density = model.gradient(q, gradient, Model.JACOBIAN, model.newScratch());
    double[] all = new double[1 + q.length];
    all[0] = density;
    System.arraycopy(gradient, 0, all, 1, q.length);
    return all;
  }
}
