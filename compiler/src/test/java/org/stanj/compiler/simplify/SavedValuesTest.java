package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Stmt;

/** Independent loops save what the reverse sweep needs in containers, others on the stack. */
class SavedValuesTest {
  private static final String HEAD =
      """
      transformed data { int N = 40; }
      parameters { vector[N] eta; real a; }
      model {
        vector[N] mu = rep_vector(0.5, N);
        vector[N] nu = rep_vector(0.25, N);
      """;

  private static Stages stages(String body) {
    return Stages.of(HEAD + body + "\n target += sum(mu .* mu) - dot_product(mu, nu);\n}\n");
  }

  private static boolean pushes(Stages stages, String pass) {
    boolean[] found = {false};
    CoreProgram core = stages.passes().get(pass);
    core.function(Entries.GRADIENT)
        .body()
        .forEach(s -> s.walk(t -> found[0] |= t instanceof Stmt.Push || t instanceof Stmt.Pop));
    return found[0];
  }

  private static void same(Stages stages) {
    StageValues.same(stages, List.of("core:tidy", "core:saved"), i -> Math.sin(i + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) mu[n] = inv_logit(a + eta[n]);",
        "for (n in 3:N) mu[n] = exp(a * eta[n]) * tanh(eta[n]);",
        "for (n in 1:N) { mu[n] = exp(eta[n]); nu[n] = mu[n] * inv_logit(a); }",
        "for (n in 1:N) mu[n] = exp(eta[n]); for (n in 1:N) nu[n] = tanh(a * mu[n]);",
        "mu = inv_logit(a + eta); nu = exp(eta * a) .* mu;",
        "for (n in 1:N) mu[n] = exp(a * eta[n]); for (n in 41:N) mu[n] = a;",
        "for (n in 1:N) { real s = 0; for (k in 1:N) s += exp(a * eta[k] - eta[n]);"
            + " target += log_sum_exp(s, a); }"
      })
  void independentLoopsUseNoStack(String body) {
    Stages stages = stages(body);
    assertTrue(pushes(stages, "core:tidy"), body);
    assertFalse(pushes(stages, "core:saved"), body);
    same(stages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 2:N) mu[n] = exp(a * mu[n - 1]) + eta[n];",
        "for (n in 1:N) if (eta[n] > 0) mu[n] = exp(a * eta[n]);",
        "for (n in 1:N) { real t = a; for (k in 1:N) t = exp(0.1 * t * eta[n]); mu[n] = t; }"
      })
  void othersDo(String body) {
    Stages stages = stages(body);
    assertTrue(pushes(stages, "core:saved"), body);
    same(stages);
  }
}
