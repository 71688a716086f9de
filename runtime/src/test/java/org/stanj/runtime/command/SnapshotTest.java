package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.io.FileParts;
import org.stanj.runtime.io.RowFormat;
import org.stanj.runtime.io.RowReader;

/**
 * Many kills at little cost: copies of a run's files at random moments are what kills at those
 * moments leave. From each of them the run goes on and writes what the whole run wrote.
 */
final class SnapshotTest {
  @TempDir private Path directory;

  /** Standard output that copies the files of the run when some of its lines are written. */
  private final class Copies extends OutputStream {
    private final int[] places;
    private final List<Path> made = new ArrayList<>();
    private int lines;

    Copies(int lines, int count, long seed) {
      places = new Random(seed).ints(count, 1, lines).sorted().distinct().toArray();
    }

    @Override
    public void write(int b) {}

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      lines++;
      if (made.size() < places.length && lines >= places[made.size()]) {
        Path copy = Files.createDirectory(directory.resolve("copy" + made.size()));
        made.add(copy);
        replace(run(), copy);
      }
    }
  }

  private Path run() {
    return directory.resolve("run");
  }

  /** The checkpoint goes first, since rows may be younger than it, but not older. */
  private static void replace(Path from, Path to) throws IOException {
    for (Path old : files(to)) {
      Files.delete(old);
    }
    List<Path> present = new ArrayList<>(files(from));
    present.sort((a, b) -> Boolean.compare(isCheckpoint(b), isCheckpoint(a)));
    for (Path file : present) {
      if (!file.toString().endsWith(".new")) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static boolean isCheckpoint(Path file) {
    return file.endsWith("checkpoint");
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.toList();
    }
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(run())) {
      String name = file.getFileName().toString();
      if (name.endsWith("csv") || name.endsWith("json")) {
        texts.put(name, CommandLine.mask(Files.readString(file)));
      } else if (RowFormat.ofName(name).isPresent()) {
        texts.put(name, CommandLine.mask(content(file)));
      }
    }
    return texts;
  }

  /** Where batches and packed pieces end depends on when the run was interrupted. */
  private static String content(Path file) throws IOException {
    StringBuilder rows = new StringBuilder();
    FileParts parts =
        new FileParts(file.toString(), row -> rows.append(Arrays.toString(row)).append('\n'));
    try (RowReader in = RowReader.open(file, parts)) {
      in.read();
      assertEquals(RowReader.Rest.NONE, in.rest());
    }
    return String.join("\n", parts.head())
        + parts.columns()
        + parts.warmupRows()
        + parts.adaptation()
        + parts.footer()
        + rows;
  }

  private static int execute(String words, OutputStream out) {
    Console console = new Console(out, new ByteArrayOutputStream());
    return Main.run(words.split(" "), new NormalModel(), console, Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "30, num_chains=2 save_warmup=1 thin=3 adapt save_metric=1",
    "5, num_chains=2 adapt save_metric=1 algorithm=hmc metric=dense_e",
    "5, num_chains=2 adapt save_metric=1 algorithm=hmc metric=low_rank",
    "5, num_chains=2 adapt save_metric=1 algorithm=hmc metric=fisher_diag",
    "5, num_chains=2 algorithm=hmc metric=unit_e stepsize_jitter=0.5",
    "5, save_warmup=1 algorithm=hmc engine=static int_time=1",
    "5, num_chains=3 thin=2 algorithm=fixed_param",
    "5, adapt engaged=0 algorithm=hmc stepsize=0.5",
  })
  void goesOnFromEachMoment(int kills, String method) throws IOException {
    goesOn(kills, method, "csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv.gz", "arrow"})
  void otherFormatsGoOnToo(String format) throws IOException {
    goesOn(10, "num_chains=2 save_warmup=1 thin=2 adapt save_metric=1", format);
  }

  /**
   * Kills before and behind meetings, and where some chains are before one and others behind it.
   */
  @ParameterizedTest
  @CsvSource({
    "num_samples=900 num_warmup=60 stop_ess=250 num_chains=3, 1600",
    "num_samples=900 num_warmup=60 stop_ess=250 num_chains=3 thin=2 save_warmup=1, 1200",
    "num_samples=300 num_warmup=40 stop_rhat=1.0001 num_chains=2, 600",
    "num_samples=300 num_warmup=60 stop_ess=80 num_chains=2 algorithm=fixed_param, 300",
    "num_samples=60 num_warmup=700 num_chains=3 save_warmup=1 adapt cross_chain=1, 1200",
    "num_warmup=300 num_chains=2 adapt cross_chain=1 algorithm=hmc metric=low_rank, 500",
    "num_warmup=300 num_chains=2 adapt cross_chain=1 algorithm=hmc metric=dense_e, 500",
    "num_samples=700 num_warmup=700 stop_ess=120 num_chains=2 thin=3 adapt cross_chain=1, 1000",
  })
  void chainsThatMeetGoOnToo(String method, int lines) throws IOException {
    goesOn(new Copies(lines, 8, 8), method, "csv");
  }

  private void goesOn(int kills, String method, String suffix) throws IOException {
    goesOn(new Copies(200, kills, 8), "num_samples=90 num_warmup=120 " + method, suffix);
  }

  private void goesOn(Copies copies, String method, String suffix) throws IOException {
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    Files.createDirectory(run());
    String words =
        "sample "
            + method
            + " data file="
            + data
            + " random seed=4 output refresh=1 checkpoint_interval=0.001 checkpoint="
            + run().resolve("checkpoint")
            + " diagnostic_file="
            + run().resolve("d." + suffix)
            + " file="
            + run().resolve("o." + suffix);
    assertEquals(0, execute(words, copies));
    Map<String, String> whole = texts();
    assertTrue(copies.made.size() > copies.places.length / 2);
    for (Path copy : copies.made) {
      replace(copy, run());
      boolean begun = Files.exists(run().resolve("checkpoint"));
      String again = begun ? "sample resume=" + run().resolve("checkpoint") : words;
      assertEquals(0, execute(again, OutputStream.nullOutputStream()));
      assertEquals(whole, texts(), copy.toString());
    }
  }
}
