package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.Expr;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;

/** How many logarithms are left of those of logistic functions, and that values stay. */
class LogisticLogsTest {
  private static final double STEP = 1e-6;

  private static int logarithms(CoreProgram core) {
    int[] count = {0};
    core.function(Entries.LOG_DENSITY)
        .body()
        .forEach(s -> s.walk(t -> t.forEachExpression(e -> e.walk(x -> count[0] += log(x)))));
    return count[0];
  }

  private static int log(Expr e) {
    return e instanceof Expr.Apply a && a.primitive().method().startsWith("log") ? 1 : 0;
  }

  private static double value(Model model, double... q) {
    return model.logDensity(q, 3, model.newScratch());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "1 # real<lower=0, upper=1> p; real r; # target += 3 * log(p) + 4 * log1m(p);",
        "0 # real<lower=0, upper=1> p; real r; # p ~ beta(1, 1);",
        "1 # real p; real r; # real l = inv_logit(p + r); target += 3 * log(l) + 4 * log1m(l);",
        "2 # real p; real r; # real l = inv_logit(p); target += 3 * log(l) + log(r * r + l);",
        "1 # real<lower=0, upper=1> p; real r; # 3 ~ binomial(7, p); target += -r * r;",
      })
  void oneLogarithmIsLeft(int left, String parameters, String body) {
    Stages stages = Stages.of("parameters {" + parameters + "} model {" + body + "}");
    int jacobian = parameters.contains("upper") && left == 0 ? 1 : 0;
    assertEquals(left + jacobian, logarithms(stages.passes().get("core:constants")));
    Model before =
        Stages.interpreted(stages.passes().get("core:inline")).bind(DataContext.EMPTY, 1);
    Model after = stages.emitted().bind(DataContext.EMPTY, 1);
    for (double p : new double[] {-30, -2, 0, 0.5, 3, 20}) {
      double expected = value(before, p, 0.25);
      assertEquals(expected, value(after, p, 0.25), 1e-7 * (1 + Math.abs(expected)));
      double[] gradient = new double[2];
      after.gradient(new double[] {p, 0.25}, gradient, 3, after.newScratch());
      double slope = (value(after, p + STEP, 0.25) - value(after, p - STEP, 0.25)) / (2 * STEP);
      assertEquals(slope, gradient[0], 1e-6 * (1 + Math.abs(slope)));
    }
  }
}
