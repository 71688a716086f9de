package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Stmt;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;

/** Which containers are seen to be copies of others, and that reading the others is the same. */
class ElementCopiesTest {
  private static final String HEAD =
      """
      transformed data {
        int N = 6;
        array[N] int g = {1, 2, 1, 3, 2, 2};
        vector[N] x = [0.5, 2, 0.25, 1.5, -1, 3]';
      }
      parameters { vector[3] b; real a; }
      model {
      """;

  private static Stages stages(String body) {
    return Stages.of(HEAD + body + "\n}\n");
  }

  private static long containers(Stages stages, String pass) {
    long[] count = {0};
    stages
        .passes()
        .get(pass)
        .function(Entries.LOG_DENSITY)
        .body()
        .forEach(s -> s.walk(t -> count[0] += t instanceof Stmt.Declare ? 1 : 0));
    return count[0];
  }

  private static void same(Stages stages) {
    double[] q = {0.5, -0.25, 1.25, 0.75};
    double expected = value(Stages.interpreted(stages.passes().get("core:accumulators")), q);
    assertEquals(expected, value(Stages.interpreted(stages.passes().get("core:hoist")), q), 1e-14);
    assertEquals(expected, value(stages.emitted(), q), 1e-13 * (1 + Math.abs(expected)));
  }

  private static double value(CompiledModel compiled, double[] q) {
    Model model = compiled.bind(DataContext.EMPTY, 1);
    return model.logDensity(q, 0, model.newScratch());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vector[N] m; for (n in 1:N) m[n] = b[g[n]]; for (n in 1:N) target += sin(m[n] * x[n]);",
        "vector[N] m; for (n in 1:N) m[n] = a; for (n in 1:N) target += sin(m[7 - n] * x[n]);",
        "matrix[4, 3] m = rep_matrix(b', 4); for (n in 1:N) target += sin(m[2, g[n]] * x[n]);",
        "matrix[4, 3] m = rep_matrix(b', 4); vector[N] c; for (n in 1:N) c[n] = m[2, g[n]];"
            + " for (n in 2:N) target += exp(c[n - 1] * x[n]);",
        "vector[3] d; for (k in 1:3) d[k] = exp(b[k]); vector[N] m; for (n in 1:N) m[n] = d[g[n]];"
            + " target += m[2] * m[3];",
      })
  void copiesAreReadWhereTheyComeFrom(String body) {
    Stages stages = stages(body);
    long before = containers(stages, "core:accumulators");
    long kept = body.contains("vector[3] d") ? 1 : 0;
    assertEquals(kept, containers(stages, "core:hoist"), () -> before + " before");
    same(stages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // computed
        "vector[N] m; for (n in 1:N) m[n] = a * x[n]; target += m[2] * m[3];",
        // written twice
        "vector[N] m; for (n in 1:N) m[n] = a; m[2] = b[1]; target += m[2] * m[3];",
        // not all of it
        "vector[N] m; for (n in 2:N) m[n] = a; target += m[2] * m[3];",
        // a copy of what changes later
        "vector[3] d = b; vector[N] m; for (n in 1:N) m[n] = d[g[n]]; d[1] = a;"
            + " target += m[1] * d[1];",
        "real s = a; vector[N] m; for (n in 1:N) m[n] = s; s = b[1]; target += m[1] * s;",
        // used as a whole
        "vector[N] m; for (n in 1:N) m[n] = b[g[n]]; target += log_sum_exp(m);",
      })
  void otherContainersStay(String body) {
    Stages stages = stages(body);
    assertEquals(containers(stages, "core:accumulators"), containers(stages, "core:hoist"));
    same(stages);
  }
}
