package org.stanj.compiler.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;

/** Which sums of squares are taken over fewer rows, and that this changes nothing else. */
class SquaresTest {
  private static final String BEFORE = "core:rows";
  private static final String PASS = "core:squares";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y ~ normal(r, 2);",
        "y ~ normal(r + b[1] * x, exp(b[2]));",
        "for (n in 1:N) y[n] ~ normal(r + b[1] * x[n] + b[2] * u[n], exp(b[3]));",
        "target += normal_lpdf(y | X * b, exp(r));",
        "target += normal_lpdf(y | r + X * b, exp(a[1]));",
        "y ~ normal_id_glm(X, r, b, exp(a[1]));",
        "y ~ normal(a[g], exp(r));",
        "y ~ normal(a[g] + e[h], exp(r));",
        "y ~ normal(a[g] + b[1] * x + X * b, exp(r));",
        "{ vector[N] m; for (n in 1:N) m[n] = a[g[n]] + e[h[n]] * x[n]; y ~ normal(m, exp(r)); }",
        "{ vector[N] mu = a[g] + b[1] * x; for (n in 1:N) y[n] ~ normal(mu[n], exp(r)); }",
        "{ vector[N] mu; for (n in 1:N) { mu[n] = r; mu[n] ~ normal(y[n], 2); } }",
        "for (n in 3:N) { real m = r; for (k in 1:2) m += b[k] * y[n - k]; y[n] ~ normal(m, 2); }",
        "for (n in 1:N) { real m = 0; for (k in 1:3) m += X[n, k] * b[k]; y[n] ~ normal(m, 2); }",
        "for (n in 1:N) y[n] ~ normal(dot_product(rows[n], b), 2);",
        "for (i in 1:4) for (j in 1:6) target += -square(table[i, j] - r * j);",
        "y ~ normal(r + b[1] * x, s);",
        "y ~ normal(r + b[1] * x, exp(a[h]));",
        "for (n in 1:N) target += -0.5 * square((y[n] - r) / exp(b[1])) / b[2];",
        "y ~ normal(exp(a[g]), 2);",
        "y ~ normal(a[g] .* e[h], 2);",
        "if (N > 3) { y ~ normal(r, 2); } else { y ~ normal(r, 3); }",
      })
  void rowsBecomeFewer(String body) {
    Stages stages = RowPrograms.stages(body);
    assertEquals(1, Math.min(1, RowPrograms.tables(stages, PASS, BEFORE)));
    RowPrograms.same(stages, BEFORE, PASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // not linear
        "for (n in 1:N) y[n] ~ normal(exp(r * x[n]), 2);",
        "y ~ normal(square(r) * x .* u + a[g] .* x, 2 + square(r) * x);",
        // a coefficient for each row
        "for (n in 1:2) y[n] ~ normal(a[n], 2);",
        "a ~ normal(r, 2);",
        // not squares
        "y ~ student_t(4, r, 2);",
        // read elsewhere
        "{ vector[N] mu = r + b[1] * x; y ~ normal(mu, 2); target += mu[3]; }",
        // the target is read
        "y ~ normal(r, 2); target += 0.1 * target();",
        // handed from row to row
        "{ real m = 0; for (n in 1:N) { m = 0.5 * m + r; y[n] ~ normal(m, 2); } }",
        "{ vector[N] m; m[1] = r;"
            + " for (n in 2:N) { m[n] = m[n - 1] * r; y[n] ~ normal(m[n], 2); } }",
        // left early
        "for (n in 1:N) { if (r > n) break; y[n] ~ normal(r, 2); }",
        // depends on parameters
        "for (n in 1:N) if (r > 0) y[n] ~ normal(r, 2);",
      })
  void otherLoopsStay(String body) {
    Stages stages = RowPrograms.stages(body);
    assertEquals(0, RowPrograms.tables(stages, PASS, BEFORE));
    RowPrograms.same(stages, BEFORE, PASS);
  }

  /**
   * Data that are not numbers, or indices out of range, are left to the loops that were written.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) target += -square(holes[n] - r);",
        "y ~ normal(r + b[1] * holes, 2);",
        "holes ~ normal(r, 2);",
        "for (n in 1:N) y[n] ~ normal(a[bad[n]], 2);",
        "for (n in 1:30) y[n] ~ normal(r, 2);",
        "for (n in 1:none) y[n] ~ normal(r, 2);",
        "y ~ normal(r, b[1]);",
        "y ~ normal(r, exp(b[1] * 1e200));",
      })
  void rejectionsStay(String body) {
    RowPrograms.same(RowPrograms.stages(body), BEFORE, PASS);
  }
}
