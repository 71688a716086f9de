package org.stanj.cli.draws;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.io.FileProblem;

/** Files of runs that went well, and of others. */
final class RunReaderTest {
  @TempDir private Path folder;

  private static ChainText chain(int id, int draws) {
    ChainText text = new ChainText(id).columns("a,b.1,b.2");
    for (int i = 0; i < draws; i++) {
      text.draw(id + 0.01 * i, i, -i);
    }
    return text;
  }

  private static String problem(List<Path> files) {
    return assertThrows(FileProblem.class, () -> RunReader.read(files)).getMessage();
  }

  @Test
  void readsColumnsAndFacts() {
    List<Path> files = List.of(chain(1, 5).write(folder), chain(2, 5).write(folder));
    try (Run run = RunReader.read(files)) {
      assertEquals(List.of("a", "b[1]", "b[2]"), run.names().subList(7, 10));
      assertEquals(5, run.draws());
      assertArrayEquals(new double[] {2, 2.01, 2.02, 2.03, 2.04}, run.column("a")[1]);
      assertArrayEquals(new double[] {0, -1, -2, -3, -4}, run.column("b[2]")[0]);
      ChainFacts facts = run.chains().get(1);
      assertEquals("o_2.csv", facts.source());
      assertEquals(2, facts.id());
      assertEquals(0.25, facts.adaptation().stepSize());
      assertArrayEquals(new double[] {0.5, 2}, facts.adaptation().diagonal());
      assertEquals(0.5, facts.warmup());
      assertEquals(1.5, facts.sampling());
      assertEquals("line_model", run.head().model());
      assertEquals(List.of(), run.notes());
    }
  }

  @Test
  void warmupIsPassedOver() {
    ChainText text = chain(1, 2).saveWarmup();
    String withWarmup =
        text.text()
            .replace(
                "# Adaptation",
                chain(1, 1)
                        .draw(9, 9, 9)
                        .text()
                        .lines()
                        .filter(l -> l.startsWith("-"))
                        .reduce("", (a, b) -> a + b + "\n")
                    + "# Adaptation");
    try (Run run = RunReader.read(List.of(text.write(folder, withWarmup)))) {
      assertArrayEquals(new double[] {1, 1.01}, run.column("a")[0]);
    }
  }

  @Test
  void aRunThatEndedInWarmupHasNoDraws() {
    ChainText text = chain(1, 3).saveWarmup().withoutFoot();
    String cut = text.text().replaceAll("(?m)^# (Adapt|Step|Diag|0\\.5).*\n", "");
    assertTrue(problem(List.of(text.write(folder, cut))).endsWith("nothing to report yet"));
  }

  @Test
  void aRowThatWasCutOffIsLeftOut() {
    String whole = chain(1, 5).withoutFoot().text();
    Path cut = chain(1, 5).write(folder, whole.substring(0, whole.length() - 3));
    try (Run run = RunReader.read(List.of(cut))) {
      assertArrayEquals(new double[] {1, 1.01, 1.02, 1.03}, run.column("a")[0]);
      assertEquals(2, run.notes().size());
      assertTrue(run.notes().get(0).contains("o_1.csv is cut off"), run.notes().get(0));
      assertTrue(run.notes().get(1).contains("4 draws where its head announces 5"));
    }
  }

  @Test
  void unequalChainsAreCutToTheShortest() {
    Path longer = chain(1, 10).write(folder);
    Path shorter = chain(2, 6).write(folder, chain(2, 6).text(10));
    Path tooShort = chain(3, 4).write(folder, chain(3, 4).text(10));
    try (Run run = RunReader.read(List.of(longer, shorter, tooShort))) {
      assertEquals(2, run.chains().size());
      assertEquals(6, run.draws());
      assertEquals(6, run.column("a")[0].length);
      String notes = String.join("\n", run.notes());
      assertTrue(notes.contains("o_3.csv is left out: it has 4 draws"), notes);
      assertTrue(notes.contains("the first 6 of each are used"), notes);
    }
  }

  @Test
  void otherColumnsAreAnotherRun() {
    ChainText other = new ChainText(2).columns("a,c,b.2").draw(1, 2, 3);
    assertEquals(
        folder.resolve("o_2.csv")
            + ": is not of the same run as "
            + folder.resolve("o_1.csv")
            + ": its column 9 is 'c', there 'b.1'",
        problem(List.of(chain(1, 3).write(folder), other.write(folder))));
    ChainText fewer = new ChainText(2).columns("a,b.1").draw(1, 2);
    assertTrue(
        problem(List.of(chain(1, 3).write(folder), fewer.write(folder)))
            .endsWith("its column 10 is none, there 'b.2'"));
  }

  @Test
  void suspiciousFilesAreNoted() throws IOException {
    Path first = chain(1, 5).write(folder);
    Path copy = Files.copy(first, folder.resolve("copy.csv"));
    Path other = chain(2, 5).model("other").data("e.json").write(folder);
    try (Run run = RunReader.read(List.of(first, copy, other))) {
      String notes = String.join("\n", run.notes());
      assertTrue(notes.contains("copy.csv hold the same chain"), notes);
      assertTrue(notes.contains("names another model than"), notes);
      assertTrue(notes.contains("(e.json, there d.json)"), notes);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "optimize    | which gives one estimate",
        "variational | which gives independent draws of an approximation",
        "pathfinder  | which gives independent draws of an approximation",
        "log_prob    | which gives densities and gradients",
      })
  void otherMethodsAreRefused(String method, String reason) {
    String told = problem(List.of(chain(1, 3).method(method).write(folder)));
    assertTrue(told.contains("was written by method=" + method + ", " + reason), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# model = x\n", "lp__,a\n", "PNG\0\0\1\2\n", "a,b\n1,2\n"})
  void whatHasNoDrawsIsRefused(String text) {
    String told = problem(List.of(new ChainText(1).write(folder, text)));
    assertTrue(told.startsWith(folder.resolve("o_1.csv") + ": "), told);
  }

  @Test
  void whatCannotBeReadIsTold() {
    assertEquals(
        folder.resolve("none.csv") + ": cannot be read: no such file",
        problem(List.of(folder.resolve("none.csv"))));
    assertEquals(folder + ": cannot be read: it is a directory", problem(List.of(folder)));
    String told = problem(List.of(chain(1, 2).row("1,2,<b>,4,5,6,7,8,9,10").write(folder)));
    assertTrue(told.endsWith("line 40: not a number: <b>"), told);
  }
}
