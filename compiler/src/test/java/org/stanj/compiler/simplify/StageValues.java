package org.stanj.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.stanj.compiler.Stages;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;

/**
 * Gradients and densities of a program without data after several passes, interpreted and emitted.
 */
final class StageValues {
  private StageValues() {}

  /**
   * Asserts that they are the same up to rounding.
   *
   * @param passes that are interpreted
   * @param point coordinates of the point, on the unconstrained scale, by number
   */
  static void same(Stages stages, List<String> passes, IntToDoubleFunction point) {
    double[] emitted = evaluated(stages.emitted(), point);
    for (String pass : passes) {
      double[] values = evaluated(Stages.interpreted(stages.passes().get(pass)), point);
      for (int i = 0; i < emitted.length; i++) {
        assertEquals(values[i], emitted[i], 1e-12 * (1 + Math.abs(values[i])), pass);
      }
    }
  }

  private static double[] evaluated(CompiledModel compiled, IntToDoubleFunction point) {
    Model model = compiled.bind(DataContext.EMPTY, 1);
    double[] q = new double[model.unconstrainedSize()];
    for (int i = 0; i < q.length; i++) {
      q[i] = point.applyAsDouble(i);
    }
    double[] gradient = new double[q.length];
    double[] all = new double[q.length + 1];
    all[q.length] = model.gradient(q, gradient, 0, model.newScratch());
    System.arraycopy(gradient, 0, all, 0, q.length);
    return all;
  }
}
