package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.runtime.io.FileDraws;

/** The arguments under {@code output} that CmdStan does not have. */
final class OutputChoicesTest {
  @TempDir private Path directory;
  private String data = "";

  @BeforeEach
  void writeData() {
    data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private CommandLine run(String method, String output) {
    return CommandLine.run(
        method + " data file=" + data + " random seed=1 output file=" + file("o.csv") + output);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "include=sigma | sigma",
        "include=sigma,mu | mu,sigma",
        "exclude=m | mu,sigma",
        "include=m* exclude=m | mu",
        "exclude=*u | sigma,m.1.1,m.2.1,m.1.2,m.2.2,m.1.3,m.2.3",
      })
  void columnsOfChosenVariablesAreWritten(String words, String columns) {
    CommandLine result = run("sample num_samples=3 num_warmup=20", " refresh=0 " + words);
    assertEquals(0, result.code(), result.err());
    FileDraws chosen = FileDraws.read(file("o.csv"));
    assertEquals(columns, String.join(",", chosen.columns().subList(7, chosen.columns().size())));
    run("sample num_samples=3 num_warmup=20", " refresh=0");
    FileDraws all = FileDraws.read(file("o.csv"));
    for (String name : chosen.columns()) {
      assertEquals(List.of(all.column(name)[2]), List.of(chosen.column(name)[2]), name);
    }
  }

  @ParameterizedTest
  @CsvSource({"optimize", "variational output_samples=3", "pathfinder num_paths=1"})
  void otherMethodsChooseToo(String method) {
    assertEquals(0, run(method, " include=sigma").code());
    List<String> columns = FileDraws.read(file("o.csv")).columns();
    assertTrue(columns.contains("sigma"));
    assertFalse(columns.contains("mu"));
  }

  @Test
  void refusesWhatMeansNothing() {
    assertFails(
        run("sample num_warmup=20", " include=mu,tau*"),
        "Error: output include: the output has no variable \"tau*\"");
    assertFails(
        run("log_prob", " exclude=mu"),
        "Error: output include and exclude choose variables, but method=log_prob writes none");
    assertFails(
        run("optimize", " status=" + file("s")),
        "Error: output status is an argument for method=sample only");
    assertFails(
        run("sample", " checkpoint_interval=5"),
        "Error: output checkpoint_interval means nothing without checkpoint");
  }

  private static void assertFails(CommandLine result, String line) {
    assertEquals(1, result.code());
    assertEquals(List.of(line), result.errors());
  }

  @Test
  void argumentsAreShownOnlyIfGiven() throws IOException {
    CommandLine result =
        run("sample num_samples=1 num_warmup=20", " include=mu save_cmdstan_config=1");
    assertTrue(
        result.out().contains("  save_cmdstan_config = true\n  include = mu\nnum_threads"),
        result.out());
    String json = Files.readString(Path.of(file("o_config.json")));
    assertTrue(json.contains("\"save_cmdstan_config\" : true,\n    \"include\" : \"mu\"\n"), json);
    assertFalse(json.contains("exclude"), json);
  }

  @Test
  void statusTellsOfEachChain() throws IOException {
    CommandLine result =
        run(
            "sample num_samples=20 num_warmup=30 num_chains=2",
            " refresh=10 status=" + file("s.json") + " id=4");
    assertEquals(0, result.code(), result.err());
    String lines =
        Files.readString(Path.of(file("s.json")))
            .replaceAll("\"step_size\":[0-9.e-]+", "\"step_size\":X")
            .replaceAll("\"(elapsed|remaining)\":[0-9.]+", "\"$1\":T")
            .replaceAll("\"divergences\":[0-9]+", "\"divergences\":D")
            .replace("\\/", "/")
            .replace(file("o"), "o");
    assertEquals(14, lines.lines().count());
    for (int id : List.of(4, 5)) {
      assertEquals(
          List.of(
              line(id, "warmup", 1),
              line(id, "warmup", 10),
              line(id, "warmup", 20),
              line(id, "warmup", 30),
              line(id, "sampling", 31),
              line(id, "sampling", 40),
              line(id, "sampling", 50)),
          lines.lines().filter(l -> l.startsWith("{\"chain\":" + id + ",")).toList());
    }
    assertTrue(result.out().contains("\nChain [5] Iteration: 50 / 50 [100%]  (Sampling)\n"));
  }

  private static String line(int id, String phase, int iteration) {
    return "{\"chain\":"
        + id
        + ",\"phase\":\""
        + phase
        + "\",\"iteration\":"
        + iteration
        + ",\"total\":50,\"step_size\":X,\"divergences\":D,\"elapsed\":T,\"remaining\":T"
        + ",\"chains\":2,\"file\":\"o_"
        + id
        + ".csv\"}";
  }
}
