package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Stmt;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/** Containers that are the same in each iteration are made before the loop, others in it. */
class InvariantContainersTest {
  private static final String HEAD =
      """
      functions {
        real told(real x) { print(x); return x; }
      }
      transformed data {
        int N = 3;
        int none = 0;
        array[3] vector[2] y = {[1, 2]', [0.5, -1]', [0, 0.25]'};
        array[3] int g = {1, 2, 1};
        matrix[2, 2] wrong = [[1, 2], [2, 1]];
      }
      parameters { vector[2] mu; matrix[2, 2] A; real<lower=0> s; }
      model {
        matrix[2, 2] S = add_diag(A * A', 1 + s);
        matrix[2, 2] W = S;
        array[2] matrix[2, 2] all = {S, S + S};
      """;

  private static final double[][] POINTS = {
    {0.5, -0.25, 0.75, 0.1, -0.3, 0.2, 0.4}, {-1, 0.5, 0.25, 1, 0.5, -0.5, -0.2}
  };

  private static Stages stages(String body) {
    return Stages.of(HEAD + body + "\n}\n");
  }

  /** Factorisations that stand in loops. */
  private static int inLoops(List<Stmt> body, boolean inLoop) {
    int count = 0;
    for (Stmt s : body) {
      boolean factor = s instanceof Stmt.Kernel k && k.method().method().equals("choleskyOrNan");
      count += factor && inLoop ? 1 : 0;
      boolean loop = s instanceof Compound.For || s instanceof Compound.While;
      int[] below = {0};
      s.forEachBody(b -> below[0] += inLoops(b, inLoop || loop));
      count += below[0];
    }
    return count;
  }

  private static int inLoops(Stages stages) {
    CoreProgram core = stages.passes().get("core:hoist");
    return inLoops(core.function(Entries.LOG_DENSITY).body(), false);
  }

  private static Model bound(CompiledModel model) {
    return model.bind(DataContext.EMPTY, 1);
  }

  private static String density(Model model, double[] q) {
    try {
      return String.format("%.11g", model.logDensity(q, 0, model.newScratch()));
    } catch (RejectException e) {
      return e.getMessage();
    }
  }

  /** The density is that of the program as it was lowered, the gradient its slope. */
  private static void same(Stages stages) {
    Model before = bound(Stages.interpreted(stages.passes().get("core:accumulators")));
    Model after = bound(stages.emitted());
    for (double[] q : POINTS) {
      String expected = density(before, q);
      assertEquals(expected, density(after, q));
      if (!expected.startsWith("Exception")) {
        slopes(after, q);
      }
    }
  }

  private static void slopes(Model model, double[] q) {
    double[] gradient = new double[q.length];
    try {
      model.gradient(q, gradient, 0, model.newScratch());
    } catch (RejectException e) {
      return;
    }
    for (int i = 0; i < q.length; i++) {
      double h = 1e-5;
      double[] above = q.clone();
      double[] below = q.clone();
      above[i] += h;
      below[i] -= h;
      double rise =
          model.logDensity(above, 0, model.newScratch())
              - model.logDensity(below, 0, model.newScratch());
      assertEquals(rise / (2 * h), gradient[i], 1e-6 * (1 + Math.abs(gradient[i])));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) y[n] ~ multi_normal(mu, S);",
        "for (n in 1:N) target += multi_normal_lpdf(y[n] | mu, S);",
        "for (n in 1:N) { y[n] ~ multi_normal(mu, S); y[n] ~ multi_student_t(4, mu, W); }",
        "for (n in 1:N) { matrix[2, 2] T = square(s) * S; y[n] ~ multi_normal(mu, T); }",
        "for (n in 1:N) { if (s > 9) reject(n); y[n] ~ multi_normal(mu * n, S); }",
        "for (n in 1:none) y[n] ~ multi_normal(mu, S); target += s;",
        "{ real r = 0; while (r < 2) { r += 1; for (n in 1:N) y[n] ~ multi_normal(mu * r, S); } }",
      })
  void whatIsTheSameIsFactoredBeforeTheLoop(String body) {
    Stages stages = stages(body);
    assertEquals(body.contains("while") ? 1 : 0, inLoops(stages));
    same(stages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) { W[1, 1] += 1; y[n] ~ multi_normal(mu, W); }",
        "for (n in 1:N) { y[n] ~ multi_normal(mu, W); W[1, 1] += 1; }",
        "for (n in 1:N) { y[n] ~ multi_normal(mu, W); W = n * S; }",
        "for (n in 1:N) y[n] ~ multi_normal(mu, all[g[n]]);",
        "for (n in 1:N) { matrix[2, 2] T = S; T[1, 1] += n; y[n] ~ multi_normal(mu, T); }",
        "for (n in 1:N) { matrix[2, 2] T = n * S; y[n] ~ multi_normal(mu, T); }",
        "for (n in 1:N) { all[1, 1, 1] += 1; y[n] ~ multi_normal(mu, all[1]); }",
        "for (n in 1:N) if (n > 1) y[n] ~ multi_normal(mu, S);",
        "for (n in 1:N) { if (n == 3) break; y[n] ~ multi_normal(mu, S); }",
      })
  void whatDiffersIsFactoredInTheLoop(String body) {
    Stages stages = stages(body);
    assertEquals(1, inLoops(stages));
    same(stages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) { if (n == 1) reject(\"first\"); y[n] ~ multi_normal(mu, wrong); }",
        "for (n in 1:N) { y[n] ~ multi_normal(mu, wrong); if (n == 1) reject(\"second\"); }",
        "for (n in 1:none) y[n] ~ multi_normal(mu, wrong); target += s;",
        "for (n in 1:N) { y[n] ~ multi_normal([s, not_a_number()]', wrong); }",
        "for (n in 1:N) { y[n] ~ multi_normal(mu, [[1, 0], [1, 1]]); }",
        "for (n in 1:N) { y[n] ~ multi_normal(mu, [[1, 0, 0], [1, 1, 0]]); }",
        "for (n in 1:N) { y[n] ~ multi_normal(mu, rep_matrix(s, 3, 3)); }",
        "for (n in 1:N) { target += told(n); y[n] ~ multi_normal(mu, wrong); }",
      })
  void theSameRejectionIsTold(String body) {
    same(stages(body));
  }

  /** Sums that are the same in each iteration are taken once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) for (i in 1:2) target += exp(mu[i]);",
        "for (n in 1:N) for (i in 1:2) { real m = mu[i] * s; target += exp(m) * m; }",
        "for (n in 1:N) for (i in 1:2) if (mu[i] > 0) target += exp(mu[i]); else target += s;",
        "for (n in 1:N) { mu[g[n]] ~ normal(0, s); for (i in 1:2) target += exp(mu[i] * n); }",
        "for (n in 1:none) for (i in 1:2) target += exp(mu[i]);",
        "{ real m; for (n in 1:N) { for (i in 1:2) { m = mu[i]; target += m; } target += m*n; } }",
        "for (n in 1:N) { for (i in 1:2) target += exp(W[i, 1]); W[1, 1] += 1; }",
        "for (n in 1:N) { for (i in 1:2) target += exp(mu[i]); target += square(target()); }",
      })
  void repeatedSumsStayTheSame(String body) {
    same(stages(body));
  }
}
