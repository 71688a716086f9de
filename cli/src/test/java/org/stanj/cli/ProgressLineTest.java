package org.stanj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;

/** What a terminal gets to see while chains run. */
final class ProgressLineTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @Test
  void showsEachChain() {
    ProgressLine progress = line(true, 3);
    progress.update(0, new Progress(Phase.WARMUP, 500, 500, 2000));
    progress.update(2, new Progress(Phase.SAMPLING, 40, 1040, 2000));
    assertEquals("1: 25% warmup | 2: 0% | 3: 52% sampling", progress.line());
  }

  @Test
  void showsTheSlowestOfMany() {
    ProgressLine progress = line(true, 8);
    for (int chain = 0; chain < 8; chain++) {
      progress.update(chain, new Progress(Phase.WARMUP, 100 + chain, 100 + chain, 200));
    }
    assertEquals("8 chains, the slowest at 50%", progress.line());
  }

  @Test
  void clearsTheLineBeforeOtherOutput() {
    ProgressLine progress = line(true, 1);
    progress.draw();
    progress.interrupt(() -> terminal.writeBytes("text\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals("\r\033[K1: 0%\r\033[Ktext\n", seen());
    progress.clear();
    assertTrue(seen().endsWith("text\n"), seen());
  }

  @Test
  void isSilentWhereThereIsNoTerminal() {
    ProgressLine progress = line(false, 1);
    progress.update(0, new Progress(Phase.WARMUP, 1, 1, 2));
    progress.clear();
    assertEquals("", seen());
  }

  private ProgressLine line(boolean shown, int chains) {
    ProgressLine line = new ProgressLine(new PrintStream(terminal), shown);
    line.start(chains);
    return line;
  }

  private String seen() {
    return terminal.toString(StandardCharsets.UTF_8);
  }
}
