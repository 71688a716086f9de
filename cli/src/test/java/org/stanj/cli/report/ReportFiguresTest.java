package org.stanj.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a page are those of ArviZ for the same files, to the digits that are printed. */
final class ReportFiguresTest {
  @TempDir private Path folder;
  private String html = "";

  @BeforeEach
  void makeReport() throws IOException {
    List<Path> files =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> ReportFixture.resource("centred_" + i + ".csv"))
            .toList();
    html = new ReportFixture(folder).ofFiles(files, ReportFixture.none());
  }

  @Test
  void tableAgrees() throws IOException {
    List<String> lines = Files.readAllLines(ReportFixture.resource("centred.arviz"));
    int compared = 0;
    for (String line : lines) {
      String[] expected = line.split("\t");
      if (line.startsWith("#") || expected[0].equals("bfmi")) {
        continue;
      }
      List<String> found = ReportFixture.cells(html, expected[0]);
      for (int c = 1; c < expected.length; c++) {
        assertPrinted(Double.parseDouble(expected[c]), found.get(c), expected[0] + " " + c);
        compared++;
      }
    }
    assertEquals(11 * 9, compared);
  }

  @Test
  void energiesAgree() throws IOException {
    String line =
        Files.readAllLines(ReportFixture.resource("centred.arviz")).stream()
            .filter(l -> l.startsWith("bfmi"))
            .findFirst()
            .orElseThrow();
    String[] expected = line.split("\t");
    for (int c = 1; c <= 4; c++) {
      String found = ReportFixture.cells(html, String.valueOf(c)).get(5);
      assertPrinted(Double.parseDouble(expected[c]), found, "chain " + c);
    }
  }

  /** The text is the number, rounded to the decimals that the text has. */
  private static void assertPrinted(double expected, String text, String about) {
    int point = text.indexOf('.');
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    double half = 0.5 * Math.pow(10, -decimals);
    assertEquals(expected, Double.parseDouble(text), half * (1 + 1e-6), about);
  }

  @Test
  void divergencesAreCounted() throws IOException {
    long divergent = 0;
    for (int i = 1; i <= 4; i++) {
      divergent +=
          Files.readAllLines(ReportFixture.resource("centred_" + i + ".csv")).stream()
              .filter(l -> !l.startsWith("#") && l.split(",")[5].equals("1"))
              .count();
    }
    assertTrue(divergent > 0);
    assertTrue(
        ReportFixture.verdict(html).contains(divergent + " of 480 transitions diverged"),
        ReportFixture.verdict(html));
  }
}
