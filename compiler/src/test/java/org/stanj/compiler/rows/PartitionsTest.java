package org.stanj.compiler.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;

/** Which loops are parted by what data say, and that this changes nothing else. */
class PartitionsTest {
  private static final String BEFORE = "core:bindtime";
  private static final String PASS = "core:repeats";

  private static long lists(Stages stages) {
    return stages.passes().get(PASS).fields().stream()
        .filter(f -> f.name().matches("rows_of_kind(_\\d+)?"))
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) { real d = 0; if (c[n] > 0) { for (k in 1:3) d += sin(b[k] * n); }"
            + " else d = r; target += d; }",
        "for (n in 1:N) if (u[n] > 0) { for (k in 1:3) target += sin(b[k] * X[n, k] + n * r); }",
        "for (n in 1:N) { int k = c[n]; if (k == 2) { for (i in 1:2) target += sin(a[i] * n); }"
            + " else { for (i in 1:2) target += cos(e[i] * n); } target += r * n; }",
        "for (n in 1:N) { if (c[n] > 9) { for (k in 1:3) target += sin(b[k] * n); }"
            + " else target += square(r * n); }",
        "for (n in 1:none) { if (c[n] > 0) { for (k in 1:3) target += sin(b[k] * n); } }",
        "for (n in 1:N) { if (bad[n] > 5) { for (k in 1:3) target += sin(b[k] * n); }"
            + " else { if (r > 0.6) reject(\"row\"); target += r * n; } }",
        "for (n in 1:N) { if (c[n] > 0) target += sin(r * n); else target += r; }",
        "{ vector[N] z = X * b; for (n in 1:N) if (u[n] > 0) target += exp(-z[n]) - a[h[n]]; }",
      })
  void rowsThatDoTheSameAreInOneLoop(String body) {
    Stages stages = RowPrograms.stages(body);
    assertEquals(2, lists(stages));
    RowPrograms.same(stages, BEFORE, PASS);
  }

  @Test
  void threeKindsOfRowsAreInThreeLoops() {
    Stages stages =
        RowPrograms.stages(
            """
            for (n in 1:N) {
              if (c[n] == 0) target += sin(n * r);
              else if (c[n] == 1) target += exp(-abs(n * b[1]));
              else target += a[h[n]] * cos(n * r);
            }
            """);
    assertEquals(3, lists(stages));
    RowPrograms.same(stages, BEFORE, PASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // no inner loop, and no function
        "for (n in 1:N) { if (c[n] > 0) target += r * n; else target += r; }",
        // the same for all rows
        "for (n in 1:N) { if (none > 0) target += sin(r * x[n]); else target += cos(r * x[n]); }",
        // depends on parameters
        "for (n in 1:N) { if (r > n) { for (k in 1:3) target += sin(b[k] * n); } }",
        // two of them
        "for (n in 1:N) { if (c[n] > 0) { for (k in 1:3) target += sin(b[k] * n); }"
            + " if (u[n] > 0) { for (k in 1:3) target += cos(b[k] * n); } }",
        // more than the target
        "{ vector[N] z; for (n in 1:N) { z[n] = 0;"
            + " if (c[n] > 0) { for (k in 1:3) z[n] += b[k] * n; }"
            + " target += z[n]; } target += z[3]; }",
        "{ real d = 0; for (n in 1:N) { if (c[n] > 0) { for (k in 1:3) d = 0.5 * d + b[k]; }"
            + " target += d * n; } }",
      })
  void otherLoopsStay(String body) {
    Stages stages = RowPrograms.stages(body);
    assertEquals(0, lists(stages));
    RowPrograms.same(stages, BEFORE, PASS);
  }
}
