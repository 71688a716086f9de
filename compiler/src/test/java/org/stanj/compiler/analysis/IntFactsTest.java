package org.stanj.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Stmt;

/** Which checks of ints are decided when a program is compiled, and which must stay. */
class IntFactsTest {
  private static final String HEAD =
      """
      data {
        int<lower=0> N;
        int<lower=1> K;
        int free;
        array[N] int<lower=1, upper=K> g;
        array[N, 2] int<lower=1> from;
        array[N] int<lower=0, upper=1> y;
        array[N] int w;
      }
      transformed data {
        array[N] int<lower=1, upper=K> later = w;
        array[N] int changed = g;
        for (n in 1:N) changed[n] += 1;
      }
      parameters {
        vector[K] p;
        vector[N] x;
        vector[2 * K] pairs;
        matrix[N, K] m;
        real a;
      }
      model {
      """;

  /** Rejections of indices and of ints out of their domain that are left in the log density. */
  private static int rejections(String statements) {
    int[] count = {0};
    Stages.of(HEAD + statements + "\n}\n")
        .passes()
        .get("core:loops")
        .function(Entries.LOG_DENSITY)
        .body()
        .forEach(s -> s.walk(t -> count[0] += counts(t) ? 1 : 0));
    return count[0];
  }

  private static boolean counts(Stmt s) {
    return s instanceof Stmt.Reject r
        && (r.rejectKind() == Stmt.RejectKind.INDEX || r.toString().contains("interval"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (j in 1:K - 1) target += p[K - j] * p[K - j + 1];",
        "for (j in 1:K) { int i = K - j + 1; target += p[i]; }",
        "for (k in 1:K) target += pairs[2 * k] * pairs[2 * k - 1];",
        "for (k in 1:K) target += pairs[k + K];",
        "for (i in 1:K) for (j in 1:i) target += p[j] * p[i - j + 1];",
        "for (i in 1:K) for (j in i + 1:K) target += p[j] * p[j - i];",
        "for (n in 1:N) target += p[g[n]];",
        "for (n in 2:N) target += p[g[n - 1]] * m[n - 1, g[n]];",
        "for (n in 1:N) { int k = g[n]; if (k < K) target += p[k + 1]; }",
        "for (n in 1:N) { int k = g[n]; if (k > 1) target += p[k - 1]; else target += p[1]; }",
        "for (n in 1:N) target += p[later[n]];",
        "for (n in 1:N) y[n] ~ bernoulli_logit(x[n]);",
        "target += p[1] * p[K];",
        "for (n in 1:N) target += x[N + 1 - n];",
      })
  void whatIsKnownIsNotChecked(String statements) {
    assertEquals(0, rejections(statements));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (j in 1:K - 1) target += p[K - j + 2];",
        "for (j in 1:K) target += p[K - j];",
        "for (k in 1:K) target += pairs[2 * k + 1];",
        "for (k in 0:K) target += pairs[2 * k];",
        "for (i in 1:K) for (j in 1:K) target += p[i - j + 1];",
        "for (n in 1:N) target += p[changed[n]];",
        "for (n in 1:N) target += p[from[n, 1]];",
        "for (n in 1:N) target += x[g[n]];",
        "for (n in 1:N) target += p[w[n]];",
        "for (n in 1:N) { int k = g[n]; if (k < K) target += p[k + 2]; }",
        "for (n in 1:N) { int k = g[n]; if (k <= K) target += p[k + 1]; }",
        "for (n in 1:N) { int k = g[n]; if (k > 1 || n > 1) target += p[k - 1]; }",
        "for (n in 1:N) w[n] ~ bernoulli_logit(x[n]);",
        "for (n in 1:N) g[n] ~ bernoulli_logit(x[n]);",
        "target += p[2];",
        "target += x[N];",
        "for (n in 1:free) target += p[n];",
        "{ int k = 1; for (n in 1:N) { target += p[k]; k += 1; } }",
        "{ int k = 1; while (k <= K + 1) { target += p[k]; k += 1; } }",
      })
  void whatIsNotKnownIsChecked(String statements) {
    assertEquals(1, rejections(statements));
  }
}
