package org.stanj.runtime.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.model.Variable.Block;
import org.stanj.runtime.model.Variable.Form;

final class CsvTest {
  @TempDir private Path directory;

  private static Variable variable(String name, Form form, Integer... dims) {
    return new Variable(name, Block.PARAMETERS, form, List.of(dims), List.of(dims), List.of());
  }

  @Test
  void namesColumnsFirstIndexFastest() {
    Columns columns =
        Columns.of(
            List.of(
                variable("a", Form.REAL),
                variable("m", Form.MATRIX, 2, 2),
                variable("av", Form.VECTOR, 2, 3),
                variable("none", Form.VECTOR, 0),
                variable("am", Form.MATRIX, 2, 1, 2)));
    assertEquals(
        List.of(
            "a",
            "m.1.1",
            "m.2.1",
            "m.1.2",
            "m.2.2",
            "av.1.1",
            "av.2.1",
            "av.1.2",
            "av.2.2",
            "av.1.3",
            "av.2.3",
            "am.1.1.1",
            "am.2.1.1",
            "am.1.1.2",
            "am.2.1.2"),
        columns.names());
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 4, 5, 8, 6, 9, 7, 10, 11, 13, 12, 14}, columns.storage());
  }

  @Test
  void writesWhatItReads() throws IOException {
    String file = directory.resolve("o.csv").toString();
    try (CsvWriter csv = new CsvWriter(file, 8)) {
      csv.comment("thin = 1 (Default)");
      csv.comment("save_warmup = true");
      csv.header(List.of("lp__", "x"));
      row(csv, -1.5, Double.NaN);
      csv.comment("Adaptation terminated");
      csv.comment("Step size = 0.5");
      row(csv, 1 / 3.0, Double.NEGATIVE_INFINITY);
      csv.comment("");
      csv.comment(" Elapsed Time: 0 seconds (Warm-up)");
    }
    assertEquals(
        "# thin = 1 (Default)\n# save_warmup = true\nlp__,x\n-1.5,nan\n# Adaptation terminated\n"
            + "# Step size = 0.5\n0.33333333,-inf\n# \n#  Elapsed Time: 0 seconds (Warm-up)\n",
        Files.readString(Path.of(file)));
    FileDraws draws = FileDraws.read(file);
    assertEquals(List.of("lp__", "x"), draws.columns());
    assertEquals(1, draws.thin());
    assertTrue(draws.saveWarmup());
    assertEquals(1, draws.warmupRows());
    assertArrayEquals(new double[] {0.33333333}, draws.column("lp__"));
    assertEquals(List.of("Adaptation terminated", "Step size = 0.5"), draws.adaptation());
  }

  private static void row(CsvWriter csv, double... values) {
    for (double value : values) {
      csv.value(value);
    }
    csv.endRow();
  }

  @Test
  void leavesWholeRowsOnly() throws IOException {
    String file = directory.resolve("o.csv").toString();
    try (CsvWriter csv = new CsvWriter(file, 8)) {
      row(csv, 1, 2);
      csv.value(3);
    }
    assertEquals("1,2\n", Files.readString(Path.of(file)));
  }

  @Test
  void writesRowsLongerThanItsBuffer() {
    String file = directory.resolve("o.csv").toString();
    int n = 40_000;
    double[] values = new double[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      values[i] = i / 7.0;
      order[i] = n - 1 - i;
    }
    try (CsvWriter csv = new CsvWriter(file, 17)) {
      csv.header(java.util.Collections.nCopies(n, "x"));
      csv.values(values, order);
      csv.endRow();
    }
    assertEquals((n - 1) / 7.0, FileDraws.read(file).rows().get(0)[0]);
  }

  @Test
  void tellsWhyAFileCannotBeWritten() {
    String file = directory.resolve("none/o.csv").toString();
    String message = assertThrows(FileProblem.class, () -> new CsvWriter(file, 8)).getMessage();
    assertEquals(
        "Error: cannot write to output file "
            + file
            + ": there is no directory "
            + directory.resolve("none"),
        message);
  }

  @Test
  void refusesRowsOfAnotherLength() throws IOException {
    Path file = directory.resolve("o.csv");
    Files.writeString(file, "a,b\n1,2\n3\n");
    String message =
        assertThrows(FileProblem.class, () -> FileDraws.read(file.toString())).getMessage();
    assertEquals(file + ", line 3: expected 2 values", message);
  }

  @Test
  void writesWithoutAllocating() {
    RealFormat format = new RealFormat(8);
    byte[] buffer = new byte[RealFormat.MAX_LENGTH];
    var bean =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    double x = 0.1234567;
    long before = 0;
    for (int i = 0; i < 2000; i++) {
      if (i == 1000) {
        before = bean.getThreadAllocatedBytes(thread);
      }
      x = x * 1.01;
      format.write(x, buffer, 0);
    }
    long bytes = bean.getThreadAllocatedBytes(thread) - before;
    assertTrue(bytes < 20_000, () -> "bytes for 1000 numbers: " + bytes);
  }
}
