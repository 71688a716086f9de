package org.stanj.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.cli.Main;

/** Large runs in a process of their own, with a heap of 1 GiB. */
@Tag("slow")
final class LargeReportTest {
  private static final int CHAINS = 4;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"10000,300", "3,250000"})
  void memoryIsBounded(int columns, int draws) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "report",
                "-o",
                folder.resolve("r.html").toString()));
    for (int c = 1; c <= CHAINS; c++) {
      words.add(write(c, columns, draws).toString());
    }
    File log = folder.resolve("log").toFile();
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log).start();
    assertEquals(0, process.waitFor(), () -> text(log));
    String html = Files.readString(folder.resolve("r.html"));
    assertTrue(html.contains("4 chains of " + draws + " draws"));
    String last = "b[" + columns + "]";
    assertEquals(last, ReportFixture.cells(html, last).get(0));
    assertTrue(html.length() < 6_000_000, () -> "length " + html.length());
  }

  private static String text(File file) {
    try {
      return Files.readString(file.toPath());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Path write(int chain, int columns, int draws) throws IOException {
    Path file = folder.resolve("o_" + chain + ".csv");
    Random random = new Random(chain);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("# model = large_model\n# method = sample\nlp__,");
      String names =
          IntStream.rangeClosed(1, columns)
              .mapToObj(i -> "b." + i)
              .collect(Collectors.joining(","));
      out.write(names + "\n");
      for (int i = 0; i < draws; i++) {
        StringBuilder row = new StringBuilder();
        for (int c = 0; c <= columns; c++) {
          row.append(c > 0 ? "," : "").append((float) random.nextGaussian());
        }
        out.write(row.append('\n').toString());
      }
    }
    return file;
  }
}
