package org.stanj.compiler.differentiate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** Compares a program with itself: stages with each other, gradients with differences. */
final class GradientChecks {
  private static final int FLAGS = Model.JACOBIAN;
  private static final int POINTS = 3;

  /** The error estimate of differences is one: this many of them are allowed. */
  private static final double ERRORS = 10;

  private final List<String> wrong = new ArrayList<>();
  private final Stages stages;
  private final Model emitted;
  private final Scratch scratch;

  private GradientChecks(Stages stages) {
    this.stages = stages;
    this.emitted = stages.emitted().bind(DataContext.EMPTY, 1);
    this.scratch = emitted.newScratch();
  }

  /** What is wrong with a program; empty if nothing is. */
  static List<String> wrong(String text, long seed) {
    GradientChecks checks = new GradientChecks(Stages.of(text));
    SplittableRandom random = new SplittableRandom(seed);
    for (int point = 0; point < POINTS; point++) {
      double[] q = new double[checks.emitted.unconstrainedSize()];
      for (int i = 0; i < q.length; i++) {
        q[i] = random.nextDouble() * 3 - 1.5;
      }
      checks.at(q);
    }
    return checks.wrong;
  }

  private void at(double[] q) {
    double[] gradient = new double[q.length];
    double value;
    try {
      value = emitted.gradient(q, gradient, FLAGS, scratch);
    } catch (RejectException e) {
      wrong.add("rejected: " + e.getMessage());
      return;
    }
    stages.passes().forEach((pass, core) -> close(pass, core, q, value));
    interpreted(q, value, gradient);
    if (!(Math.abs(emitted.logDensity(q, FLAGS, scratch) - value) <= tolerance(value))) {
      wrong.add("density: " + emitted.logDensity(q, FLAGS, scratch) + ", of gradient " + value);
    }
    for (int i = 0; i < q.length; i++) {
      Differences.Derivative expected =
          Differences.partial(p -> emitted.logDensity(p, FLAGS, scratch), q, i);
      double off = Math.abs(gradient[i] - expected.value());
      if (!(off <= ERRORS * expected.error())) {
        wrong.add("d/dq" + i + " is " + gradient[i] + ", by differences " + expected);
      }
    }
  }

  /** Passes may add up in another order. */
  private static double tolerance(double value) {
    return 1e-12 * (1 + Math.abs(value));
  }

  /** The density interpreted after a pass. */
  private void close(String pass, CoreProgram core, double[] q, double expected) {
    if (Stages.isWhole(core)) {
      Model model = Stages.interpreted(core).bind(DataContext.EMPTY, 1);
      double value = model.logDensity(q, FLAGS, model.newScratch());
      if (!(Math.abs(value - expected) <= tolerance(expected))) {
        wrong.add(pass + ": " + value + ", emitted " + expected);
      }
    }
  }

  /** What is emitted gives the same bits interpreted. */
  private void interpreted(double[] q, double value, double[] expected) {
    Model model = Stages.interpreted(stages.last()).bind(DataContext.EMPTY, 1);
    double[] gradient = new double[q.length];
    same("value", model.gradient(q, gradient, FLAGS, model.newScratch()), value);
    for (int i = 0; i < q.length; i++) {
      same("d/dq" + i, gradient[i], expected[i]);
    }
  }

  private void same(String what, double value, double expected) {
    if (Double.compare(value, expected) != 0) {
      wrong.add(what + ": " + value + ", emitted " + expected);
    }
  }
}
