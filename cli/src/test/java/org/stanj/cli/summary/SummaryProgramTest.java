package org.stanj.cli.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.cli.draws.OtherFormat;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.io.ColumnName;
import org.stanj.runtime.io.RowFormat;

/**
 * The programs on made-up draws of many shapes. What is expected was written by the programs of
 * CmdStan 2.37 on the same files.
 */
final class SummaryProgramTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console = new Console(new PrintStream(out), new PrintStream(err));

  @BeforeEach
  void copyDraws() throws IOException {
    for (String name : List.of("shapes_1.csv", "shapes_2.csv")) {
      Files.writeString(folder.resolve(name), resource(name));
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SummaryProgramTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int summary(String... words) {
    return new SummaryProgram(console).run(placed(words));
  }

  /** Names of CSV files stand for files in the folder. */
  private List<String> placed(String... words) {
    List<String> placed = new ArrayList<>();
    for (String word : words) {
      placed.add(
          word.endsWith(".csv") && !word.startsWith("no/")
              ? folder.resolve(word).toString()
              : word);
    }
    return placed;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void twoChains() throws IOException {
    assertEquals(0, summary("shapes_1.csv", "shapes_2.csv"));
    assertEquals(resource("two_chains.expected"), out());
  }

  @Test
  void oneChainWithFiguresAndPercentiles() throws IOException {
    assertEquals(0, summary("-s", "4", "--percentiles= 2.5,50,97.5", "shapes_1.csv"));
    assertEquals(resource("one_chain.expected"), out());
  }

  @Test
  void table() throws IOException {
    assertEquals(0, summary("-c", "table.csv", "shapes_1.csv", "shapes_2.csv"));
    assertEquals(resource("table.expected"), Files.readString(folder.resolve("table.csv")));
  }

  @Test
  void autocorrelations() throws IOException {
    assertEquals(0, summary("-a2", "-i", "mu", "-i", "x.1.2", "shapes_1.csv", "shapes_2.csv"));
    assertEquals(
        resource("autocorr.expected").replace("-nan", " nan"), out().replace("-nan", " nan"));
  }

  @Test
  void diagnosis() throws IOException {
    assertEquals(0, new DiagnoseProgram(console).run(placed("shapes_1.csv", "shapes_2.csv")));
    assertEquals(resource("diagnose.expected"), out());
  }

  /** What they say does not depend on the format of the files. */
  @ParameterizedTest
  @EnumSource(names = {"CSV_GZ", "ARROW"})
  void otherFormatsSayTheSame(RowFormat format) throws IOException {
    List<String> files = new ArrayList<>();
    for (String csv : List.of("shapes_1.csv", "shapes_2.csv")) {
      files.add(OtherFormat.of(folder.resolve(csv), format).toString());
      Files.delete(folder.resolve(csv));
    }
    assertEquals(0, new SummaryProgram(console).run(files));
    assertEquals(resource("two_chains.expected"), out());
    out.reset();
    assertEquals(0, new DiagnoseProgram(console).run(files));
    assertEquals(resource("diagnose.expected"), out());
    Path first = Path.of(files.get(0));
    Files.write(first, Arrays.copyOf(Files.readAllBytes(first), (int) Files.size(first) / 2));
    out.reset();
    assertEquals(1, new SummaryProgram(console).run(files));
    assertTrue(out().startsWith("Error during processing. " + first + ": is cut off"), out());
    out.reset();
    assertEquals(1, new DiagnoseProgram(console).run(files));
    assertTrue(out().startsWith("Cannot parse input csv file: " + first + ": is cut off"), out());
  }

  @Test
  void complexPartsKeepTheirOrder() {
    List<String> names = List.of("z[1,real]", "z[1,imag]", "z[2,real]", "z[2,imag]");
    assertEquals(List.of(0, 1, 2, 3), ColumnName.rowMajor(names));
    assertEquals("t.2[1,imag]", ColumnName.shown("t:2.1.imag"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sig_figs=0 shapes_1.csv | 105 | --sig_figs: Value 0 not in range 1 to 18",
        "-a x shapes_1.csv         | 105 | --autocorr: Failed parsing number: (x)",
        "-c shapes_1.csv a.csv     | 105 | --csv_filename: Path already exists:",
        "absent.csv                | 105 | input_files: File does not exist:",
        "-s 3                      | 106 | input_files is required",
        "--foo shapes_1.csv        | 109 | The following argument was not expected: --foo",
        "-s 3 -s 4 shapes_1.csv    | 114 | --sig_figs: At Most 1 required but received 2",
        "-p 50,5 shapes_1.csv      | 1   | Option --percentiles 50,5: values must be in range",
        "-a 2 shapes_1.csv         | 1   | Option --autocorr: 2 not a valid chain id.",
        "-i no shapes_1.csv        | 1   | --include_param: Unrecognized parameter(s): 'no'",
        "-i mu z.9 shapes_1.csv    | 1   | --include_param: Unrecognized parameter(s): 'z[9]'",
        "-i mu shapes_1.csv        | 0   | Inference for Stan model",
        "-i shapes_1.csv           | 106 | input_files is required",
        "shapes_1.csv -i           | 114 | --include_param: 1 required TEXT missing",
        "-h absent.csv             | 105 | input_files: File does not exist:",
        "-h -p 50,5                | 0   | Allowed options",
        "-hs 3                     | 0   | Allowed options",
        "--a --b shapes_1.csv      | 109 | The following arguments were not expected: --b --a",
        "--foo                     | 106 | input_files is required",
        "-- shapes_1.csv           | 0   | Inference for Stan model",
        "-c no/a.csv shapes_1.csv  | 1   | Cannot save to csv_filename: no/a.csv.",
      })
  void refusals(String words, int exitCode, String message) {
    assertEquals(exitCode, summary(words.split(" ")));
    assertTrue((out() + err.toString(StandardCharsets.UTF_8)).startsWith(message));
  }

  @Test
  void chainsThatDoNotFit() throws IOException {
    String text = resource("shapes_2.csv");
    Files.writeString(folder.resolve("other.csv"), text.replace(",mu,", ",nu,"));
    assertEquals(1, summary("shapes_1.csv", "other.csv"));
    assertEquals(
        "Error during processing. Error: chain 2 header column 8 doesn't match chain 1 header,"
            + " found: nu expecting: mu\n",
        out());
  }

  @Test
  void tailsLeaveOutTheMiddleDrawAsTheHalvesDo() throws IOException {
    StringBuilder text = new StringBuilder("lp__,x\n");
    for (int i = 0; i < 35; i++) {
      text.append("1,").append(i == 3 ? -9 : i == 17 ? -8 : (i * 11 + 1) % 35).append('\n');
    }
    Files.writeString(folder.resolve("odd.csv"), text);
    assertEquals(0, summary("-c", "table.csv", "odd.csv"));
    String row = Files.readString(folder.resolve("table.csv")).lines().toList().get(2);
    assertEquals(
        "\"x\",15.1714,1.8078,11.4391,13.3434,-2.4,16,31.3,52.0703,45.7822,inf,0.987273", row);
  }

  @Test
  void oddNumbersInTheHead() throws IOException {
    String text = resource("shapes_1.csv").replace("max_depth = 5", "max_depth = ?");
    Files.writeString(folder.resolve("odd.csv"), text);
    assertEquals(0, new DiagnoseProgram(console).run(placed("odd.csv")));
    assertTrue(out().contains("maximum treedepth limit of 0"));
  }

  @Test
  void filesWithoutNamesOfColumns() throws IOException {
    Files.writeString(folder.resolve("bare.csv"), "1,2\n3,4\n");
    assertEquals(1, new DiagnoseProgram(console).run(placed("bare.csv")));
    assertTrue(out().endsWith("bare.csv: Error: no column names found in csv file\n"));
  }

  @Test
  void printShowsTheSameTable() throws IOException {
    summary("--sig_figs=3", "shapes_1.csv", "shapes_2.csv");
    String table = out();
    out.reset();
    List<String> words = placed("absent.csv", "shapes_1.csv", "shapes_2.csv");
    words.add(0, "--sig_figs=3");
    assertEquals(0, new PrintProgram(console).run(words));
    String absent = "File " + folder.resolve("absent.csv") + " not found\n";
    assertTrue(out().startsWith(absent + table));
    assertTrue(out().contains("deprecated"));
  }
}
