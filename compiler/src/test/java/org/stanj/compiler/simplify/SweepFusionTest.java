package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreProgram.Entries;

/** The two sweeps of a loop over independent iterations become one loop; others stay two. */
class SweepFusionTest {
  private static final String HEAD =
      """
      transformed data {
        int N = 7;
        vector[N] y = linspaced_vector(N, -1, 1);
        array[N] int g = {1, 2, 1, 3, 2, 2, 1};
      }
      parameters { vector[3] b; real a; }
      model {
        vector[N] mu;
      """;

  private static Stages stages(String body) {
    return Stages.of(HEAD + body + "\n}\n");
  }

  private static int loops(Stages stages, String pass) {
    int[] count = {0};
    stages
        .passes()
        .get(pass)
        .function(Entries.GRADIENT)
        .body()
        .forEach(s -> s.walk(t -> count[0] += t instanceof Compound.For ? 1 : 0));
    return count[0];
  }

  private static void same(Stages stages) {
    StageValues.same(stages, List.of("core:iterations", "core:sweeps"), i -> Math.sin(2 * i + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) { mu[n] = a * exp(b[g[n]]); y[n] ~ normal(mu[n], exp(a)); }",
        "for (n in 1:N) { mu[n] = a * b[g[n]] + n;"
            + " if (y[n] > 0) y[n] ~ normal(mu[n] * mu[n], 2); }",
        "for (n in 1:N) { mu[n] = a * y[n] + n; mu[n] = exp(mu[n]);"
            + " target += -square(mu[n] - b[2]); }"
      })
  void independentSweepsAreOneLoop(String body) {
    Stages stages = stages(body);
    assertTrue(loops(stages, "core:sweeps") < loops(stages, "core:iterations"), body);
    same(stages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mu[1] = a; for (n in 2:N) { mu[n] = mu[n - 1] * b[g[n]]; y[n] ~ normal(mu[n], 1); }",
        "for (n in 1:N) { mu[n] = a * exp(b[g[n]]); target += -square(mu[1] * mu[n]); }"
      })
  void dependentSweepsStayTwo(String body) {
    Stages stages = stages(body);
    assertEquals(loops(stages, "core:iterations"), loops(stages, "core:sweeps"), body);
    same(stages);
  }
}
