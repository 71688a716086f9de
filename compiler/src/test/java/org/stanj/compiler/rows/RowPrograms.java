package org.stanj.compiler.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/** Programs whose loops go through rows of data, and what they come to before and after a pass. */
final class RowPrograms {
  private static final double[][] POINTS = {
    {0.5, -0.25, 0.75, 0.125, -0.5, 1, 0.25, -0.75},
    {-1.5, 1.25, -0.5, 2, 0.5, -1, -0.25, 0.5},
    {1e200, 1, 1, 1, 1, 1, 1, 1},
    {Double.POSITIVE_INFINITY, 1, 1, 1, 1, 1, 1, 1},
    {1, 1, 1, 1, 1, 1, 1, Double.NaN},
  };

  private static final double STEP = 1e-6;

  private RowPrograms() {}

  /** A log density, or why there is none. */
  record Outcome(double value, String rejection) {}

  static Stages stages(String body) {
    return Stages.of(
        """
        transformed data {
          int N = 24;
          int none = 0;
          array[N] int g;
          array[N] int h;
          array[N] int c;
          array[N] int bad;
          array[4, 6] int table;
          vector[N] y;
          vector[N] x;
          vector[N] u;
          vector[N] s;
          vector[N] holes;
          matrix[N, 3] X;
          array[N] vector[3] rows;
          for (n in 1:N) {
            g[n] = n %/% 13 + 1;
            h[n] = n % 2 + 1;
            c[n] = n % 3;
            bad[n] = n == 20 ? 9 : 1;
            y[n] = 0.25 * n - 0.01 * square(n) + n % 5;
            x[n] = n % 7 - 2.5;
            u[n] = n % 2;
            s[n] = 1 + 0.25 * (n % 3);
            holes[n] = n == 7 ? not_a_number() : x[n];
            X[n] = [1, n % 4, n * 0.1];
            rows[n] = X[n]';
          }
          for (i in 1:4) for (j in 1:6) table[i, j] = (i + j) % 2;
        }
        parameters { vector[3] b; vector[2] a; vector[2] e; real r; }
        model {
        """
            + body
            + "\n}\n");
  }

  /** How many tables of rows a pass has added. */
  static long tables(Stages stages, String pass, String before) {
    return rows(stages.passes().get(pass)) - rows(stages.passes().get(before));
  }

  private static long rows(CoreProgram core) {
    return core.fields().stream().filter(f -> f.name().matches("rows_\\d+")).count();
  }

  private static Outcome density(Model model, double[] q, int flags) {
    try {
      return new Outcome(model.logDensity(q, flags, model.newScratch()), "");
    } catch (RejectException e) {
      return new Outcome(Double.NaN, e.getMessage());
    }
  }

  /** Compares densities, rejections and gradients with those of the program before a pass. */
  static void same(Stages stages, String before, String pass) {
    Model old = Stages.interpreted(stages.passes().get(before)).bind(DataContext.EMPTY, 1);
    Model core = Stages.interpreted(stages.passes().get(pass)).bind(DataContext.EMPTY, 1);
    Model emitted = stages.emitted().bind(DataContext.EMPTY, 1);
    for (double[] q : POINTS) {
      for (int flags = 0; flags < 4; flags++) {
        Outcome expected = density(old, q, flags);
        near(expected, density(core, q, flags));
        near(expected, density(emitted, q, flags));
        if (Arrays.stream(q).allMatch(v -> Math.abs(v) < 10) && Double.isFinite(expected.value)) {
          gradient(old, emitted, q, flags);
        }
      }
    }
  }

  private static void near(Outcome expected, Outcome found) {
    assertEquals(expected.rejection, found.rejection);
    double size = Double.isFinite(expected.value) ? 1 + Math.abs(expected.value) : 1;
    assertEquals(expected.value, found.value, 1e-13 * size);
  }

  private static void gradient(Model old, Model emitted, double[] q, int flags) {
    double[] gradient = new double[q.length];
    emitted.gradient(q, gradient, flags, emitted.newScratch());
    for (int i = 0; i < q.length; i++) {
      double[] more = q.clone();
      double[] less = q.clone();
      more[i] += STEP;
      less[i] -= STEP;
      double slope =
          (density(old, more, flags).value - density(old, less, flags).value) / (2 * STEP);
      if (Double.isFinite(slope)) {
        assertEquals(slope, gradient[i], 1e-6 * (1 + Math.abs(slope)), "element " + i);
      }
    }
  }
}
