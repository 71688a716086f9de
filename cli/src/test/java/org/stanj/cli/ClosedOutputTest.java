package org.stanj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.command.Console;

/** Whoever reads the output may end first, as {@code head} does: one line says so. */
final class ClosedOutputTest {
  @TempDir private Path temp;

  /** A pipe that nobody reads. */
  private static final class Closed extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }

  @Test
  void commandsSaySoInOneLine() throws IOException {
    Path draws = temp.resolve("o.csv");
    Files.writeString(draws, "lp__,accept_stat__,x\n-1,1,0.5\n-2,1,0.25\n-1,1,0.125\n-3,1,1\n");
    Path program = temp.resolve("m.stan");
    Files.writeString(program, "parameters { real x; } model { x ~ normal(0, 1); }");
    List<List<String>> commands =
        List.of(
            List.of("diagnose", draws.toString()),
            List.of("stansummary", draws.toString()),
            List.of("explain", program.toString()));
    for (List<String> words : commands) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Console console = new Console(new Closed(), err);
      int code = new Main(console, ProgramCompiler.standard()).run(words.toArray(String[]::new));
      assertEquals(1, code, words.toString());
      assertEquals(
          "Error: standard output: Broken pipe\n",
          err.toString(StandardCharsets.UTF_8),
          words.toString());
    }
  }
}
