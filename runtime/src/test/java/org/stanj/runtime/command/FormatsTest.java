package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.io.FileDraws;
import org.stanj.runtime.io.RowFormat;

/** {@code output format}: the same draws in another file, which other methods read. */
final class FormatsTest {
  private static final String SAMPLE = "sample num_samples=30 num_warmup=40 save_warmup=1";

  @TempDir private Path directory;
  private String data = "";

  @BeforeEach
  void writeData() {
    data = " data file=" + CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private CommandLine run(String words) {
    return CommandLine.run(new NoisyModel(), Map.of(), words);
  }

  private void write(String method, String name, String more) {
    CommandLine result =
        run(method + data + " random seed=3 output refresh=0 file=" + file(name) + more);
    assertEquals(0, result.code(), result.err());
  }

  private static void assertSame(FileDraws expected, FileDraws found) {
    assertEquals(expected.columns(), found.columns());
    assertEquals(expected.warmupRows(), found.warmupRows());
    assertEquals(expected.adaptation(), found.adaptation());
    assertEquals(expected.rows().size(), found.rows().size());
    for (int r = 0; r < expected.rows().size(); r++) {
      assertArrayEquals(expected.rows().get(r), found.rows().get(r));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "o.csv.gz, ''",
    "o.arrow, ''",
    "o, ' format=arrow'",
    "o, ' format=csv.gz'",
    "o.data, ' format=arrow'",
    "o.arrow, ' format=arrow'",
  })
  void drawsAreThoseOfCsv(String name, String more) {
    write(SAMPLE, "x.csv", " sig_figs=18");
    write(SAMPLE, name, more + " sig_figs=18");
    String suffix = name.contains(".") ? "" : "." + more.substring(more.indexOf('=') + 1);
    FileDraws draws = FileDraws.read(file(name + suffix));
    assertSame(FileDraws.read(file("x.csv")), draws);
    String shown = draws.configuration().getOrDefault("format", "");
    assertEquals(more.isEmpty() ? "" : more.substring(more.indexOf('=') + 1), shown);
  }

  @Test
  void severalChainsHaveFilesOfTheirOwn() {
    write(SAMPLE + " num_chains=2 adapt save_metric=1", "o.csv.gz", "");
    for (String name : List.of("o_1.csv.gz", "o_2.csv.gz", "o_metric_1.json")) {
      assertTrue(Files.exists(Path.of(file(name))), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".csv", ".csv.gz", ".arrow"})
  void generatedQuantitiesAreThoseOfTheFit(String suffix) {
    write(SAMPLE, "s" + suffix, " sig_figs=18");
    write("generate_quantities fitted_params=" + file("s" + suffix), "g" + suffix, " sig_figs=18");
    FileDraws fit = FileDraws.read(file("s" + suffix));
    FileDraws generated = FileDraws.read(file("g" + suffix));
    String name = generated.columns().get(0);
    assertEquals(fit.rows().size(), generated.rows().size());
    for (int r = 0; r < fit.rows().size(); r++) {
      double expected = fit.rows().get(r)[fit.columns().indexOf(name)];
      assertEquals(expected, generated.rows().get(r)[0], 1e-12 * Math.abs(expected));
    }
  }

  @ParameterizedTest
  @CsvSource({"optimize", "variational output_samples=5", "pathfinder", "pathfinder num_paths=1"})
  void otherMethodsWriteThemToo(String method) {
    write(method, "x.csv", " sig_figs=18");
    FileDraws csv = FileDraws.read(file("x.csv"));
    for (String name : List.of("o.csv.gz", "o.arrow")) {
      write(method, name, " sig_figs=18");
      assertSame(csv, FileDraws.read(file(name)));
    }
  }

  @Test
  void laplaceReadsAModeFromThem() {
    write("optimize jacobian=1", "mode.arrow", "");
    write("laplace draws=4 mode=" + file("mode.arrow"), "o.arrow", "");
    assertEquals(4, FileDraws.read(file("o.arrow")).rows().size());
    write("log_prob constrained_params=" + file("mode.arrow"), "lp.csv", "");
    assertEquals(1, FileDraws.read(file("lp.csv")).rows().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {".csv", ".csv.gz", ".arrow"})
  void aRunThatStopsEarlySaysSo(String suffix) {
    write("sample num_samples=5000 num_warmup=300 stop_ess=60 num_chains=2", "o" + suffix, "");
    FileDraws draws = FileDraws.read(file("o_1" + suffix));
    assertTrue(draws.rows().size() < 5000);
    assertEquals(String.valueOf(draws.rows().size()), draws.configuration().get("num_samples"));
  }

  private void assertFails(CommandLine result, String line) {
    assertEquals(1, result.code());
    assertEquals(line, result.errors().get(0));
  }

  @Test
  void refusesNamesOfAnotherFormat() {
    assertFails(
        run(SAMPLE + data + " output format=arrow file=o.csv"),
        "Error: output file=o.csv does not end as files of format=arrow do: call it o.arrow, or"
            + " leave format away");
    assertFails(
        run("optimize" + data + " output format=csv diagnostic_file=d.csv.gz"),
        "Error: output diagnostic_file=d.csv.gz does not end as files of format=csv do: call it"
            + " d.csv, or leave format away");
  }

  @Test
  void theTableWithoutHeaderOfVariationalIsNoArrowFile() {
    assertFails(
        run("variational" + data + " output file=" + file("o.csv") + " diagnostic_file=d.arrow"),
        "Error: output diagnostic_file of method=variational has no columns with names, and can be"
            + " no Arrow file: call it d.csv");
  }

  @Test
  void refusesUnknownFormats() {
    CommandLine result = run(SAMPLE + data + " output format=parquet");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("parquet is not a valid value for \"format\""), result.err());
    assertTrue(result.err().contains("Valid values: csv, csv.gz, arrow"), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {".csv.gz", ".arrow"})
  void aFitThatIsCutOffIsTold(String suffix) throws IOException {
    write(SAMPLE, "s" + suffix, "");
    Path fit = Path.of(file("s" + suffix));
    byte[] all = Files.readAllBytes(fit);
    int length = suffix.equals(".arrow") ? all.length / 2 : all.length - 20;
    Files.write(fit, Arrays.copyOf(all, length));
    CommandLine result =
        run("generate_quantities fitted_params=" + fit + data + " output file=" + file("g.csv"));
    assertEquals(1, result.code());
    assertTrue(result.err().startsWith("Error: " + fit + ": is cut off: "), result.err());
  }

  @Test
  void formatsHaveWords() {
    for (RowFormat format : RowFormat.values()) {
      assertEquals(format, RowFormat.named(format.word()).orElseThrow());
    }
  }
}
