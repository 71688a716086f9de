package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;

/** How many branches are left of the two sweeps of a gradient, and that the gradient stays. */
class JoinedBranchesTest {
  private static final double STEP = 1e-6;

  private static int branches(CoreProgram core) {
    int[] count = {0};
    core.function(Entries.GRADIENT)
        .body()
        .forEach(s -> s.walk(t -> count[0] += t instanceof Compound.If ? 1 : 0));
    return count[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        // A function that returns early: the adjoint of what it was given is set between.
        "2 # 1 # real early(real x, real y) { if (y > 0) return 0; return x * exp(y * x); }"
            + " # vector[2] z = [a, a + b]'; for (i in 1:2) target += early(z[i] * b, b - a);",
        // What stands between is made by the first branch.
        "3 # 3 # # real r = a; if (b > 0) r = a * b; target += r * r; if (b > 0) target += a;",
        // The condition has changed.
        "3 # 3 # # real r = a; if (r > 0) r = r * b; if (r > 0) target += exp(r);",
      })
  void sweepsShareBranches(int before, int after, String functions, String body) {
    String declared = functions == null ? "" : "functions {" + functions + "}";
    Stages stages =
        Stages.of(declared + " parameters { real a; real b; } model { target += 0; " + body + "}");
    assertEquals(before, branches(stages.passes().get("core:tidy")));
    assertEquals(after, branches(stages.passes().get("core:branches")));
    Model model = stages.emitted().bind(DataContext.EMPTY, 1);
    for (double a : new double[] {-2, 0.5}) {
      for (double b : new double[] {-1, 3}) {
        double[] gradient = new double[2];
        model.gradient(new double[] {a, b}, gradient, 1, model.newScratch());
        double slope = (value(model, a + STEP, b) - value(model, a - STEP, b)) / (2 * STEP);
        assertEquals(slope, gradient[0], 1e-5 * (1 + Math.abs(slope)));
      }
    }
  }

  private static double value(Model model, double... q) {
    return model.logDensity(q, 1, model.newScratch());
  }
}
