package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Stmt;

/** Sums of products, and multiples of elements, are kernels; what only looks so is not. */
class DenseLoopsTest {
  private static final String HEAD =
      """
      transformed data {
        vector[40] w = linspaced_vector(40, -1, 2);
        matrix[40, 3] X = rep_matrix(w, 3);
        array[3] vector[40] rows = {w, 2 * w, w - 1};
        array[40] int g = rep_array(2, 40);
      }
      parameters { vector[40] b; real a; }
      model {
        vector[40] mu = rep_vector(a, 40);
        real s = a;
      """;

  private static int kernels(Stages stages) {
    int[] count = {0};
    stages
        .passes()
        .get("core:dense")
        .function(Entries.GRADIENT)
        .body()
        .forEach(s -> s.walk(t -> count[0] += isKernel(t) ? 1 : 0));
    return count[0];
  }

  private static boolean isKernel(Stmt s) {
    return s instanceof Stmt.Kernel k && k.method().method().equals("dot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for (i in 1:40) s += b[i] * w[i]; | 1",
        "for (i in 1:40) s += -2 * a * b[i] * X[i, 2]; | 2",
        "for (i in 1:40) s += rows[3, i] * b[i]; | 1",
        "for (n in 20:40) { real t = 0; for (j in 1:n-1) t += b[j] * w[n-j+1]; s += t*t; } | 0",
        "for (n in 20:40) { real t = 0; for (j in 1:n-1) t += b[j] * w[40-n+j]; s += t*t; } | 1",
        "for (i in 1:40) s += b[g[i]] * w[i]; | 0",
        "for (i in 1:40) s += X[1, 1] * X[2, 2] * b[i]; | 0",
        "for (i in 2:40) mu[i] += a * mu[i - 1]; | 0"
      })
  void sumsAndMultiplesAreKernels(String body, int dots) {
    Stages stages = Stages.of(HEAD + body + "\n target += -s * s + mu[3] * mu[4] * mu[30];\n}\n");
    assertEquals(dots, kernels(stages), body);
    StageValues.same(stages, List.of("core:batch", "core:dense"), Math::cos);
  }
}
