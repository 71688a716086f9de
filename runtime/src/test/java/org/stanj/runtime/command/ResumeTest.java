package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.checkpoint.Checkpoint;

/** Runs that go on from a checkpoint write what an uninterrupted run writes. */
final class ResumeTest {
  @TempDir private Path directory;
  private String data = "";

  @BeforeEach
  void writeData() {
    data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private String words(String method, String name) {
    return method
        + " data file="
        + data
        + " random seed=6 output refresh=0 file="
        + file(name + ".csv")
        + " diagnostic_file="
        + file(name + "_d.csv")
        + " checkpoint_interval=0.02 checkpoint="
        + file(name + ".checkpoint");
  }

  private String text(String file) throws IOException {
    return CommandLine.mask(Files.readString(Path.of(file)));
  }

  /** Kills a run again and again at random moments, and lets it go on each time. */
  private void killAndCompare(String method, int chains, int kills, long seed) throws Exception {
    assertEquals(0, CommandLine.run(words(method, "whole/o")).code());
    Random random = new Random(seed);
    Path checkpoint = Path.of(file("o.checkpoint"));
    long size = Files.size(Path.of(file("whole/o_1.csv")));
    double[] places = random.doubles(kills).sorted().toArray();
    int killed = 0;
    for (double place : places) {
      Process process = start(method, checkpoint);
      boolean soon = random.nextInt(4) == 0;
      if (!soon) {
        ModelProcess.await(Path.of(file("o_1.csv")), (long) (place * size), process);
      }
      if (!process.waitFor(random.nextInt(soon ? 400 : 20), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        killed++;
      }
    }
    assertEquals(0, ModelProcess.exit(start(method, checkpoint)), text(file("log")));
    assertTrue(killed > kills / 2, killed + " kills only");
    for (int c = 1; c <= chains; c++) {
      for (String name : List.of("o_" + c + ".csv", "o_d_" + c + ".csv")) {
        assertEquals(text(file("whole/" + name)).replace("whole/", ""), text(file(name)), name);
      }
    }
  }

  private Process start(String method, Path checkpoint) {
    String words = Files.exists(checkpoint) ? "sample resume=" + checkpoint : words(method, "o");
    return ModelProcess.start(directory.resolve("log"), List.of(words.split(" ")));
  }

  private static String method(int samples, String more) {
    return "sample num_chains=2 num_warmup=100000 save_warmup=1 thin=20 num_samples="
        + samples
        + " "
        + more;
  }

  @BeforeEach
  void makeDirectory() throws IOException {
    Files.createDirectories(directory.resolve("whole"));
  }

  @Test
  void survivesAFewKills() throws Exception {
    killAndCompare(method(150_000, "algorithm=hmc stepsize_jitter=0.5"), 2, 3, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"metric=diag_e", "metric=dense_e", "metric=unit_e", "metric=low_rank"})
  @Tag("slow")
  void survivesThirtyKills(String metric) throws Exception {
    killAndCompare(method(900_000, "adapt save_metric=1 algorithm=hmc " + metric), 2, 10, 2);
  }

  /** What a kill at the worst moment leaves: rows behind the checkpoint, and half a row. */
  @Test
  void cutsWhatWasWrittenBehindTheCheckpoint() throws IOException {
    String method = "sample num_samples=20 num_warmup=30 num_chains=2";
    assertEquals(0, CommandLine.run(words(method, "o")).code());
    String whole = text(file("o_2.csv"));
    Files.writeString(
        Path.of(file("o_2.csv")), Files.readString(Path.of(file("o_2.csv"))) + "1,2,3\n4,5");
    assertEquals(0, CommandLine.run("sample resume=" + file("o.checkpoint")).code());
    assertEquals(whole, text(file("o_2.csv")));
  }

  @Test
  void refusesAnotherRun() {
    String method = "sample num_samples=20 num_warmup=30";
    assertEquals(0, CommandLine.run(words(method, "o")).code());
    String resume = "sample resume=" + file("o.checkpoint");
    assertFails(
        resume + " num_samples=30",
        "Error: resume: the run was started with num_samples=20, not 30");
    assertFails(resume + " random seed=7", "Error: resume: the run was started with seed=6, not 7");
    CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,0.25]}");
    assertFails(resume, "Error: resume: the data are not those that the run was started with");
    assertFails(
        "sample resume=" + file("none"),
        "Error: Cannot open specified file, \"" + file("none") + "\"",
        "There is no checkpoint yet: start the run without resume");
    assertFails(
        "sample resume=" + data,
        "Error: " + data + " is not a checkpoint of this version of stanj");
  }

  @Test
  void aFinishedRunStaysAsItIs() throws IOException {
    Path init = directory.resolve("init.json");
    Files.writeString(init, "{\"sigma\":2}");
    String words = words("sample num_samples=20 num_warmup=30 init=" + init, "o");
    assertEquals(0, CommandLine.run(words.replaceFirst(" (init=\\S+) (.*)", " $2 $1")).code());
    String whole = Files.readString(Path.of(file("o.csv")));
    Files.delete(init);
    for (int i = 0; i < 2; i++) {
      CommandLine again = CommandLine.run("sample resume=" + file("o.checkpoint"));
      assertEquals(0, again.code(), again.err());
      assertEquals(
          "The run of the checkpoint has come to its end: nothing is left to do\n",
          again.afterEcho());
      assertEquals(whole, Files.readString(Path.of(file("o.csv"))));
    }
    Files.delete(Path.of(file("o.csv")));
    assertFails(
        "sample resume=" + file("o.checkpoint"),
        "Error: cannot write to output file "
            + file("o.csv")
            + ": it is not there, or there is no permission");
    assertFalse(Files.exists(Path.of(file("o.csv"))));
  }

  @Test
  void theStatusFileHasOneHistory() throws IOException {
    String words = words("sample num_samples=20 num_warmup=30", "o") + " status=" + file("s");
    assertEquals(0, CommandLine.run(words).code());
    String before = Files.readString(Path.of(file("s")));
    Files.writeString(Path.of(file("s")), before + "{\"chain\":1,\"pha");
    assertEquals(0, CommandLine.run("sample resume=" + file("o.checkpoint")).code());
    assertEquals(before + "{\"chain\":1,\"pha\n", Files.readString(Path.of(file("s"))));
  }

  @Test
  void refusesACheckpointOfAnotherProgram() throws IOException {
    assertEquals(0, CommandLine.run(words("sample num_samples=20 num_warmup=30", "o")).code());
    String file = file("o.checkpoint");
    Checkpoint c = Checkpoint.read(file);
    new Checkpoint(
            c.model(),
            17,
            c.data(),
            c.started(),
            c.given(),
            c.shownAsDefault(),
            c.decisions(),
            c.chains())
        .write(file);
    assertFails(
        "sample resume=" + file,
        "Error: resume: the program is not the one that the run was started with: it was changed,"
            + " or compiled with other flags or by another version of stanj");
  }

  private static void assertFails(String words, String... lines) {
    CommandLine result = CommandLine.run(words);
    assertEquals(1, result.code());
    assertEquals(List.of(lines), result.errors());
  }

  @Test
  void anArgumentNotGivenIsNotShown() throws IOException {
    CommandLine result = CommandLine.run(words("sample num_samples=1 num_warmup=20", "o"));
    assertEquals(0, result.code(), result.err());
    assertTrue(
        result
            .out()
            .contains(
                "  save_cmdstan_config = false (Default)\n  checkpoint = "
                    + file("o.checkpoint")
                    + "\n  checkpoint_interval = 0.02\nnum_threads"),
        result.out());
    assertTrue(Files.readString(Path.of(file("o.csv"))).contains("#   checkpoint = "));
  }
}
