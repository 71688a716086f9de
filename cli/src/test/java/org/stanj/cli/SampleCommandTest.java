package org.stanj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples from {@link TwoNormals} with its mean at 3. */
final class SampleCommandTest {
  private final CommandLineFixture stanj = new CommandLineFixture();
  @TempDir private Path temp;
  private String program;
  private String data;

  @BeforeEach
  void writeFiles() throws IOException {
    program = Files.writeString(temp.resolve("two.stan"), "good").toString();
    data = Files.writeString(temp.resolve("two.json"), "{\"mu\": 3}").toString();
  }

  @Test
  void printsASummaryOfFourChains() throws IOException {
    assertEquals(0, stanj.run("sample", program, data, "random", "seed=1"), stanj::err);
    List<String> lines = stanj.out().lines().toList();
    assertTrue(
        lines
            .get(0)
            .startsWith("two_model: 4 chains of 1000 draws after 1000 of warmup, seed 1, "));
    assertEquals(
        List.of("mean", "MCSE", "sd", "5%", "50%", "95%", "ESS_bulk", "ESS_tail", "R_hat"),
        List.of(lines.get(2).trim().split(" +")));
    String[] first = lines.get(4).split(" +");
    assertEquals("x[1]", first[0]);
    assertEquals(3, Double.parseDouble(first[1]), 5 * Double.parseDouble(first[2]));
    assertEquals(1, Double.parseDouble(first[3]), 0.1);
    assertEquals(7, lines.size() - 1, stanj.out());
    assertEquals("No divergent transitions; none at the maximum treedepth of 10.", lines.get(7));
    assertEquals("", stanj.err());
    try (var files = Files.list(temp)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void takesCmdStansWords() throws IOException {
    Path csv = temp.resolve("o.csv");
    int code =
        stanj.run(
            "sample",
            program,
            "num_samples=50",
            "num_warmup=200",
            "num_chains=2",
            "adapt",
            "delta=0.95",
            "random",
            "seed=7",
            "output",
            "file=" + csv,
            "data",
            "file=" + data);
    assertEquals(0, code, stanj::err);
    assertTrue(
        stanj.out().startsWith("two_model: 2 chains of 50 draws after 200 of warmup, seed 7"));
    for (int id = 1; id <= 2; id++) {
      String text = Files.readString(temp.resolve("o_" + id + ".csv"));
      assertTrue(text.contains("#       delta = 0.95\n"), text);
      assertEquals(
          50, text.lines().filter(l -> !l.startsWith("#") && !l.startsWith("lp__")).count());
    }
  }

  @Test
  void countsWhatWasRunAfterAnEarlyEnd() {
    String words = "stop_ess=200 adapt cross_chain=1 random seed=1";
    List<String> all = new ArrayList<>(List.of("sample", program, data));
    all.addAll(List.of(words.split(" ")));
    assertEquals(0, stanj.run(all.toArray(String[]::new)), stanj::err);
    List<String> lines = stanj.out().lines().toList();
    assertTrue(lines.get(0).startsWith("Stopped after "), lines.get(0));
    String counts = "two_model: 4 chains of \\d00 draws after [235]00 of warmup, seed 1, .*";
    assertTrue(lines.get(1).matches(counts), lines.get(1));
  }

  @Test
  void theSameSeedGivesTheSameTable() {
    String[] words = {"sample", program, data, "random", "seed=3"};
    stanj.run(words);
    String first = table(stanj.out());
    stanj.out.reset();
    stanj.run(words);
    assertEquals(first, table(stanj.out()));
  }

  private static String table(String report) {
    return report.substring(report.indexOf('\n'));
  }

  @Test
  void badWordsAndBadDataAreTold() throws IOException {
    assertEquals(1, stanj.run("sample", program, data, "num_sample=5"));
    assertTrue(
        stanj.err().startsWith("num_sample=5 is either mistyped or misplaced."), stanj.err());
    stanj.err.reset();
    String empty = Files.writeString(temp.resolve("empty.json"), "{}").toString();
    assertEquals(1, stanj.run("sample", program, empty));
    assertTrue(stanj.err().contains("mu"), stanj.err());
    assertTrue(stanj.err().startsWith("Exception: "), stanj.err());
    stanj.err.reset();
    assertEquals(1, stanj.run("sample", program, "none.json"));
    assertTrue(stanj.err().contains("none.json"), stanj.err());
    assertFalse(stanj.out().contains("chains"), stanj.out());
  }
}
