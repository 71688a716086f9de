package org.stanj.compiler.bindtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.Stages;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/** What moves to bind, what stays, and that neither changes a density or its rejections. */
class BindTimeTest {
  private static final String HEAD =
      """
      transformed data {
        int N = 4;
        int none = 0;
        int five = 5;
        array[N] int c = {3, 0, 7, 2};
        array[N] int g = {1, 2, 2, 1};
        array[N] int bad = {1, 2, 9, 1};
        vector[N] x = [0.5, 2, 0.25, 1.5]';
        matrix[N, 3] M = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 1, 2]];
        array[2] vector[3] rows = {[1, 2, 3]', [4, 5, 6]'};
        array[N] int ragged = {1, 3, 2, 0};
      }
      parameters { vector[2] a; real b; }
      model {
      """;

  private static final double[][] POINTS = {{0.5, -0.25, 0.75}, {-1.5, 1.25, -0.5}};

  private static Stages stages(String body) {
    return Stages.of(HEAD + body + "\n}\n");
  }

  private static int added(Stages stages) {
    return stages.passes().get("core:bindtime").fields().size()
        - stages.passes().get("core:hoist").fields().size();
  }

  private static String density(CoreProgram core, double[] q, int flags) {
    Model model = Stages.interpreted(core).bind(DataContext.EMPTY, 1);
    try {
      return String.format("%.12g", model.logDensity(q, flags, model.newScratch()));
    } catch (RejectException e) {
      return e.getMessage();
    }
  }

  private static String emitted(Stages stages, double[] q, int flags) {
    Model model = stages.emitted().bind(DataContext.EMPTY, 1);
    try {
      double[] gradient = new double[q.length];
      return String.format("%.12g", model.gradient(q, gradient, flags, model.newScratch()));
    } catch (RejectException e) {
      return e.getMessage();
    }
  }

  private static void same(Stages stages) {
    for (double[] q : POINTS) {
      for (int flags = 0; flags < 4; flags++) {
        String before = density(stages.passes().get("core:hoist"), q, flags);
        assertEquals(before, density(stages.passes().get("core:bindtime"), q, flags));
        assertEquals(before, emitted(stages, q, flags));
      }
    }
  }

  /** The number is that of fields: a sum, or values for each iteration. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        // one for the loop with a table of exp(a), one for the loop without
        "2 # for (n in 1:N) target += poisson_log_lpmf(c[n] | a[g[n]]);",
        "2 # for (n in 1:N) c[n] ~ poisson_log(a[g[n]]);",
        "1 # target += poisson_log_lpmf(c | b);",
        "1 # for (n in 1:N) target += b * exp(x[n]);",
        "1 # for (n in 1:N) target += square(b * exp(x[n])) + exp(exp(x[n]) * b);",
        "2 # for (n in 1:N) target += b * exp(x[n]) + sin(x[n]) * cos(x[n]);",
        "1 # for (n in 1:N) for (k in 1:3) target += b * exp(M[n, k]);",
        // more values than data: a field says whether they are few
        "2 # for (n in 1:N) for (k in 1:3) target += b * exp(x[n] * M[1, k]);",
        "1 # for (i in 1:2) for (k in 1:3) target += b * exp(rows[i][k]);",
        "1 # for (n in 1:N) for (k in 1:ragged[n]) target += x[k] * M[n, k];",
        "1 # for (n in 1:N) { real e = exp(x[n]); if (b > 0) target += e * b; }",
        "1 # for (n in 2:N) target += b * exp(x[n - 1]);",
        "1 # for (n in 1:N) if (n > 1) target += b * exp(x[n - 1]);",
        "1 # for (n in 1:none) target += b * exp(x[n]);",
        "1 # for (n in 1:N) if (x[n] > 1) target += exp(x[n]) * b; else target += b;",
        "1 # { real r = 0; while (r < 2) { r += 1; for (n in 1:N) target += b * exp(x[n]); } }",
        "1 # for (n in 1:N) { if (b > 9) reject(\"far\"); target += exp(x[n]) * b; }",
      })
  void dataMoveToBind(int fields, String body) {
    Stages stages = stages(body);
    assertEquals(fields, added(stages));
    same(stages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // may be rejected
        "for (n in 1:N) target += b * log1p(x[n] - 9);",
        // another number of values in each iteration
        "for (n in 1:N) for (k in 1:ragged[n]) target += b * exp(M[n, k]);",
        // cheap
        "for (n in 1:N) target += b * (2 * x[n] + 1);",
        // not data
        "for (n in 1:N) target += exp(b * x[n]);",
        "{ vector[N] z = x; z[1] = b; for (n in 1:N) target += b * exp(z[n]); }",
        "{ int k = 1; for (n in 1:N) { target += b * exp(x[k]); k = n; } }",
        "for (n in 1:N) target += b * exp(n > 1 ? x[n - 1] : x[n]);",
        // not counted
        "for (n in 1:N) { if (x[n] > 1) break; target += exp(x[n]) * b; }",
        // sums that are read
        "for (n in 1:N) { target += x[n]; target += square(b * target()); }",
        // in some iterations
        "for (n in 1:N) if (b * n > 1) target += x[n];",
        "for (n in 1:N) { if (b * n > 1) break; target += x[n]; }",
      })
  void whatDependsOnMoreStays(String body) {
    Stages stages = stages(body);
    assertEquals(0, added(stages));
    same(stages);
  }

  /** What cannot be computed is not asked for: its rejection stands where it stood. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (n in 1:N) target += b * exp(x[bad[n]]);",
        "for (n in 1:five) target += x[n] + b * exp(x[n]);",
        "for (n in 1:N) { if (n == 2) reject(\"early\"); target += b * exp(x[bad[n]]); }",
        "for (n in 1:N) { target += b * exp(x[bad[n]]); if (n == 3) reject(\"late\"); }",
        "for (n in 1:N) { target += bad[n] > 4 ? b : b * exp(x[bad[n]]); }",
        "for (n in 1:N) bad[n] ~ binomial_logit(4, b);",
      })
  void rejectionsStayWhereTheyAre(String body) {
    same(stages(body));
  }

  /** Reads data from a file as a model does. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void emptyDataHaveEmptyFields(int n, @TempDir Path folder) throws IOException {
    Stages stages =
        Stages.of(
            "data { int<lower=0> N; array[N] int<lower=0> c; vector[N] x; }\n"
                + "parameters { real b; }\n"
                + "model { for (n in 1:N) target += b * exp(x[n]) - choose(c[n], 1); }\n");
    String all = String.join(", ", Collections.nCopies(n, "1"));
    String json = "{\"N\": " + n + ", \"c\": [" + all + "], \"x\": [" + all + "]}";
    Path file = Files.writeString(folder.resolve("data.json"), json);
    Model model = stages.emitted().bind(DataFiles.read(file.toString(), w -> {}), 1);
    double value = model.logDensity(new double[] {0.5}, 0, model.newScratch());
    assertEquals(n * (0.5 * Math.E - 1), value, 1e-12);
  }
}
