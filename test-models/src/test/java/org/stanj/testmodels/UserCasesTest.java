package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.command.Main;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;

/** Situations that users of Stan met: each folder of {@code users} says what must happen. */
final class UserCasesTest {
  private static final int ALL = Model.PROPTO | Model.JACOBIAN;

  @TempDir Path temp;

  private static Path file(String name, String file) {
    return TestPrograms.root().resolve("users").resolve(name).resolve(file);
  }

  private static CompiledModel program(String name) {
    return TestPrograms.compile(file(name, "model.stan"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"diag_e", "dense_e"})
  void improperPosteriorIsSaidToBeOne(String metric) throws IOException {
    Path output = temp.resolve("o.csv");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String words =
        "sample num_warmup=2000 save_warmup=1 algorithm=hmc metric=%s random seed=3 data file=%s"
                .formatted(metric, file("improper_metric", "data.json"))
            + (" output file=" + output);
    Console console = new Console(new ByteArrayOutputStream(), err);
    assertEquals(1, Main.run(words.split(" "), program("improper_metric"), console));
    List<String> said = err.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(
        said.get(0).startsWith("Error: Numerical overflow in metric adaptation. "), said::toString);
    assertTrue(said.get(0).contains("too wide or improper"), said::toString);
    assertEquals("The variance of u, on the unconstrained scale, is inf.", said.get(1));
    assertEquals(2, said.size(), said::toString);
    assertRowsAreComplete(Files.readString(output));
  }

  private static void assertRowsAreComplete(String csv) {
    assertTrue(csv.endsWith("\n"));
    List<String> rows = csv.lines().filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    assertTrue(rows.size() > 100, () -> "only " + rows.size());
    long columns = rows.get(0).split(",").length;
    assertTrue(rows.stream().allMatch(row -> row.split(",").length == columns));
    assertTrue(csv.contains("seconds (Total)"), "the times are missing");
  }

  @Test
  void wholeNumbersOfRMayHaveAnExponent() throws IOException {
    CompiledModel program = program("rdump_exp");
    Path data = file("rdump_exp", "data.R");
    Model read = TestPrograms.bind(program, data);
    String plain = Files.readString(data).replace("3e+00", "3L");
    assertFalse(plain.contains("e+"));
    Model same = TestPrograms.bind(program, Files.writeString(temp.resolve("data.R"), plain));
    double[] q = {0.3, -0.2, 1.5, 0.1};
    assertEquals(
        same.logDensity(q, Model.JACOBIAN, same.newScratch()),
        read.logDensity(q, Model.JACOBIAN, read.newScratch()));
    assertArrayEquals(new double[] {6, 1, 6}, quantities(read, q));
  }

  /**
   * 5,000 statements {@code acc += ...}: the density is computed here, the gradient by differences.
   */
  @Test
  void thousandsOfStatementsHaveTheirValue() {
    Model model = TestPrograms.bind(program("long_program"), file("long_program", "data.json"));
    double[] q = new double[51];
    for (int k = 0; k < q.length; k++) {
      q[k] = 0.1 * Math.sin(k + 1);
    }
    assertEquals(longDensity(q), model.logDensity(q, ALL, model.newScratch()), 1e-7);
    double[] gradient = new double[q.length];
    model.gradient(q, gradient, ALL, model.newScratch());
    for (int k = 0; k < q.length; k++) {
      double at = q[k];
      q[k] = at + 1e-4;
      double above = longDensity(q);
      q[k] = at - 1e-4;
      double below = longDensity(q);
      q[k] = at;
      double slope = (above - below) / 2e-4;
      assertEquals(slope, gradient[k], 1e-5 * Math.max(1, Math.abs(slope)), "element " + k);
    }
  }

  /** t ~ normal(0, 1), s = exp(q₅₁) ~ normal(0, 1), y = (1, 2, 3) ~ normal(acc, s). */
  private static double longDensity(double[] q) {
    double acc = 0;
    for (int i = 0; i < 5000; i++) {
      acc += q[i % 50] * (i % 17) * 0.01 + Math.sin(q[i * 7 % 50]) * Math.cos(i * 0.01);
    }
    double s = Math.exp(q[50]);
    double density = q[50] - 0.5 * s * s;
    for (int k = 0; k < 50; k++) {
      density -= 0.5 * q[k] * q[k];
    }
    for (int y = 1; y <= 3; y++) {
      density -= 0.5 * (y - acc) * (y - acc) / (s * s) + q[50];
    }
    return density;
  }

  /** Σx, Q[1, 1] and Σk, which are known by hand. */
  private static double[] quantities(Model model, double[] q) {
    Map<String, Double> columns =
        BoundProgram.of(model).columns(q, Variable.Block.GENERATED_QUANTITIES);
    return new double[] {columns.get("sx"), columns.get("q11"), columns.get("sk")};
  }
}
