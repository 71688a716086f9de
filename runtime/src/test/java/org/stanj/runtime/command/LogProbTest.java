package org.stanj.runtime.command;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Console and file of {@code log_prob}. */
final class LogProbTest {
  @TempDir private Path directory;

  @Test
  void consoleAndFile() {
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    String points = CommandLine.file(directory, "q.json", "{\"params_r\":[[0.5,0.25],[1,-0.5]]}");
    String out = directory.resolve("o.csv").toString();
    CommandLine result =
        CommandLine.run(
            "log_prob unconstrained_params="
                + points
                + " jacobian=0 data file="
                + data
                + " random seed=1 output file="
                + out);
    Transcript.check(
        "log_prob", "log_prob unconstrained_params=q.json jacobian=0 ...", result, out);
  }
}
