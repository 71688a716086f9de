package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Console and file of {@code diagnose}. */
final class DiagnoseTest {
  @TempDir private Path directory;
  private String tail = "";
  private String out = "";

  @BeforeEach
  void writeInputs() {
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    String init = CommandLine.file(directory, "i.json", "{\"mu\":0.5,\"sigma\":2}");
    out = directory.resolve("o.csv").toString();
    tail = " random seed=1 init=" + init + " data file=" + data + " output file=" + out;
  }

  /** With a step of one the differences of a quadratic stay exact, those of others do not. */
  @Test
  void consoleAndFile() {
    CommandLine result = CommandLine.run("diagnose test=gradient epsilon=1 error=0.5" + tail);
    Transcript.check(
        "diagnose", "diagnose test=gradient epsilon=1 error=0.5 random seed=1 ...", result, out);
  }

  @Test
  void judgesByTheThreshold() {
    assertEquals(0, CommandLine.run("diagnose" + tail).code());
    assertEquals(1, CommandLine.run("diagnose test=gradient error=1e-16" + tail).code());
  }

  @Test
  void needsAStart() {
    String init = CommandLine.file(directory, "i.json", "{\"mu\":0,\"sigma\":-1}");
    assertTrue(init.endsWith("i.json"));
    CommandLine result = CommandLine.run("diagnose" + tail);
    assertEquals(1, result.code());
    assertTrue(result.err().contains("Initialization failed."), result.err());
  }
}
