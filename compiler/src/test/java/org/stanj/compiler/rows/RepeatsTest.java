package org.stanj.compiler.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;

/** Which loops go through different rows only, and that this changes nothing else. */
class RepeatsTest {
  private static final String BEFORE = "core:bindtime";
  private static final String PASS = "core:repeats";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c ~ poisson_log(a[g]);",
        "for (n in 1:N) c[n] ~ poisson_log(a[g[n]] + e[h[n]]);",
        "for (n in 1:N) c[n] ~ poisson_log(r + b[1] * u[n]);",
        "{ vector[N] eta = a[g] + b[1] * u; c ~ poisson_log(eta); }",
        "{ vector[N] eta; for (n in 1:N) eta[n] = e[h[n]];"
            + " for (n in 1:N) c[n] ~ poisson_log(eta[n]); }",
        "for (n in 1:N) if (u[n] > 0) target += sin(a[g[n]]); else target += square(r);",
        "for (n in 2:N) target += cos(r * u[n - 1]);",
        "for (i in 1:4) for (j in 1:6) table[i, j] ~ bernoulli_logit(r);",
        "for (i in 1:4) { for (j in 1:6) target += sin(r * table[i, j]) * exp(r); target += r; }",
        "for (i in 1:4) for (j in 1:6) { real m = exp(r * table[i, j]);"
            + " table[i, j] ~ poisson(m); }",
        "{ matrix[4, 6] p; for (i in 1:4) for (j in 1:6) p[i, j] = exp(r * table[i, j]);"
            + " for (i in 1:4) for (j in 1:6) table[i, j] ~ poisson(p[i, j]); }",
        "for (n in 1:N) { vector[2] z; for (k in 1:2) z[k] = a[k] + e[h[n]];"
            + " target += log_sum_exp(z); }",
        "for (n in 1:N) { if (r > 0.6 && c[n] == 2) reject(\"row \", n);"
            + " target += sin(r * c[n]); }",
      })
  void rowsAreTakenOnce(String body) {
    Stages stages = RowPrograms.stages(body);
    assertEquals(1, Math.min(1, RowPrograms.tables(stages, PASS, BEFORE)));
    RowPrograms.same(stages, BEFORE, PASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a parameter, or the number, of each row
        "for (n in 1:2) c[n] ~ poisson_log(a[n]);",
        "for (n in 1:N) c[n] ~ poisson_log(r * n);",
        // read elsewhere
        "{ vector[N] eta = r + b[1] * u; c ~ poisson_log(eta); target += eta[3]; }",
        "c ~ poisson_log(a[g]); target += 0.1 * target();",
        // handed from row to row
        "{ real m = 0; for (n in 1:N) { m = 0.5 * m + r; c[n] ~ poisson_log(m); } }",
        // left early, or printed
        "for (n in 1:N) { if (r > n) break; c[n] ~ poisson_log(r); }",
        "for (n in 1:N) { print(c[n]); c[n] ~ poisson_log(r); }",
        // as many rounds as the row says
        "for (n in 1:N) for (k in 1:c[n]) target += sin(r * k);",
      })
  void otherLoopsStay(String body) {
    Stages stages = RowPrograms.stages(body);
    assertEquals(0, RowPrograms.tables(stages, PASS, BEFORE));
    RowPrograms.same(stages, BEFORE, PASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) target += sin(a[bad[n]]);",
        "for (n in 1:N) { if (bad[n] > 3) reject(\"row \", n); target += sin(r * bad[n]); }",
        "for (n in 1:30) c[n] ~ poisson_log(r);",
        "for (n in 1:none) c[n] ~ poisson_log(r);",
        "for (n in 1:N) c[n] ~ poisson(r);",
        "for (n in 1:N) c[n] ~ poisson_log(x[n] * r);",
        "{ vector[N] eta = holes * r; c ~ poisson_log(eta); }",
      })
  void rejectionsStay(String body) {
    RowPrograms.same(RowPrograms.stages(body), BEFORE, PASS);
  }
}
