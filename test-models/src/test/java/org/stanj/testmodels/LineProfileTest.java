package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.command.Main;
import org.stanj.runtime.model.CompiledModel;

/** The lines of a program that {@code output profile_lines} finds expensive. */
final class LineProfileTest {
  /** Which of its lines does nearly all the work is for the data to say. */
  private static final String PROGRAM =
      """
      functions {
        real slow(real a, int n) {
          real s = 0;
          for (i in 1 : n) s += lgamma(square(a) + i);
          return s;
        }
        real chain(real a, int n) {
          real h = a;
          for (i in 1 : n) h = h * a / (1 + square(h)) + 0.1;
          return h;
        }
      }
      data {
        array[3] int n;
      }
      parameters {
        real a;
      }
      model {
        a ~ normal(0, 1);
        for (i in 1 : n[1]) target += -1e-9 * digamma(square(a) + i);
        target += -1e-9 * slow(a, n[2]);
        target += -1e-9 * chain(a, n[3]);
      }
      """;

  private static final List<String> HEADER =
      List.of("line", "samples", "total_time", "share", "forward", "reverse", "file", "text");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private CompiledModel program;

  @BeforeEach
  void compile() {
    program = TestPrograms.compileText(PROGRAM);
  }

  private int run(String words, String n) throws IOException {
    Path data = Files.writeString(folder.resolve("d.json"), "{\"n\": " + n + "}");
    String all = words.formatted(data, folder.resolve("o.csv"), folder.resolve("lines.csv"));
    return Main.run(all.split(" "), program, new Console(out, err));
  }

  private List<List<String>> sampled(String n) throws IOException {
    String words =
        "sample num_warmup=150 num_samples=150 random seed=1 data file=%s"
            + " output file=%s refresh=0 profile_lines=%s";
    assertEquals(0, run(words, n), err::toString);
    return rows();
  }

  private List<List<String>> rows() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("lines.csv"));
    assertEquals(HEADER, List.of(lines.get(0).split(",")));
    return lines.stream().skip(1).map(row -> List.of(row.split(",", 8))).toList();
  }

  private static double number(List<String> row, String column) {
    return Double.parseDouble(row.get(HEADER.indexOf(column)));
  }

  private static void isFirst(List<List<String>> rows, int line) {
    List<String> first = rows.get(0);
    assertEquals(line, number(first, "line"), rows.toString());
    assertEquals("\"\"", first.get(6));
    assertEquals('"' + PROGRAM.lines().toList().get(line - 1).strip() + '"', first.get(7));
    assertTrue(number(first, "share") > 0.7, rows.toString());
    double sum = rows.stream().mapToDouble(row -> number(row, "share")).sum();
    assertEquals(1, sum, 1e-4);
    for (List<String> row : rows) {
      double sweeps = number(row, "forward") + number(row, "reverse");
      assertEquals(number(row, "share"), sweeps, 1e-5);
    }
  }

  @Test
  void theLineThatWorksIsNamedFirst() throws IOException {
    isFirst(sampled("[40000, 10, 10]"), 21);
  }

  @Test
  void linesOfFunctionsCountForThemselves() throws IOException {
    isFirst(sampled("[10, 600, 10]"), 4);
  }

  /** Loops that nothing leaves are told apart only by a Java that was started for it. */
  @Test
  void reverseSweepsThatRunApartAreToldApart() throws Exception {
    Files.writeString(folder.resolve("m.stan"), PROGRAM);
    Files.writeString(folder.resolve("d.json"), "{\"n\": [10, 10, 40000]}");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String words =
        "-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints -XX:+UseSerialGC -cp %s"
            + " org.stanj.cli.Main sample m.stan d.json num_chains=1 num_warmup=150 num_samples=150"
            + " random seed=1 output profile_lines=lines.csv";
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(List.of(words.formatted(System.getProperty("java.class.path")).split(" ")));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertFalse(said.contains("Warning"), said);
    List<List<String>> rows = rows();
    isFirst(rows, 9);
    // The forward sweep has about a tenth of some 500 samples; in one heap it would have all or
    // none.
    assertTrue(number(rows.get(0), "forward") > 0.02, rows.toString());
    assertTrue(number(rows.get(0), "reverse") > 0.02, rows.toString());
  }

  @Test
  void methodsWithoutGradientsRefuseIt() throws IOException {
    String words = "diagnose data file=%s output file=%s profile_lines=%s";
    assertEquals(1, run(words, "[1, 1, 1]"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("profile_lines"), err.toString());
    assertFalse(Files.exists(folder.resolve("lines.csv")));
  }
}
