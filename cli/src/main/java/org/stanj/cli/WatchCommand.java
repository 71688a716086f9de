package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stanj.cli.watch.Watch;
import org.stanj.cli.watch.WatchText;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.io.FileProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code stanj watch o.status}: shows how a run gets on, until it ends. */
@Command(
    name = "watch",
    description = {
      "Shows how far the chains of a run are, until it ends: for each its rate, the time left and",
      "its divergences, and R-hat so far. The run writes its state to a file that is given by",
      "output status=o.status."
    })
final class WatchCommand implements Callable<Integer> {
  private static final long INTERVAL_MILLIS = 500;
  private static final long QUIET_NANOS = 60_000_000_000L;
  private static final String UP_AND_CLEAR = "\033[%dA\033[J";

  private final Console console;
  private final boolean terminal;
  private long lastNews = System.nanoTime();
  private int shown;

  @Parameters(index = "0", paramLabel = "o.status", description = "The status file of the run.")
  private Path file = Path.of("");

  WatchCommand(Console console) {
    this.console = console;
    this.terminal = Boolean.getBoolean("stanj.screen");
  }

  @Override
  public Integer call() {
    if (Files.isDirectory(file)) {
      throw CliFailure.file("read", file, "it is a directory");
    }
    try (Watch watch = new Watch(file)) {
      follow(watch);
      return 0;
    } catch (IOException e) {
      throw CliFailure.file("read", file, FileReasons.of(e));
    } catch (FileProblem e) {
      throw new CliFailure("Error: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void follow(Watch watch) throws IOException, InterruptedException {
    WatchText text = new WatchText(watch);
    Map<Integer, String> told = new HashMap<>();
    boolean quiet = false;
    for (boolean ended = false, last = false; !last; ended = watch.hasEnded()) {
      // The last rows may reach their file a little later than the last line of the status.
      last = ended;
      boolean news = watch.look();
      boolean wasQuiet = quiet;
      quiet = isQuiet(news);
      if (terminal) {
        draw(text.lines(), quiet);
      } else {
        text.news(told).forEach(console::line);
        if (quiet && !wasQuiet) {
          console.line(quietLine());
        }
      }
      if (!last) {
        Thread.sleep(INTERVAL_MILLIS);
      }
    }
    if (!terminal && !text.agreement().isEmpty()) {
      console.line(text.agreement());
    }
  }

  private boolean isQuiet(boolean news) {
    if (news) {
      lastNews = System.nanoTime();
    }
    return System.nanoTime() - lastNews > QUIET_NANOS;
  }

  private String quietLine() {
    long seconds = (System.nanoTime() - lastNews) / 1_000_000_000L;
    return "Nothing new for " + seconds + " s: does the run still go on?";
  }

  /** Writes the lines over those that stand there. */
  private void draw(List<String> lines, boolean quiet) {
    StringBuilder out = new StringBuilder(shown > 0 ? UP_AND_CLEAR.formatted(shown) : "");
    lines.forEach(line -> out.append(line).append('\n'));
    shown = lines.size();
    if (quiet) {
      out.append(quietLine()).append('\n');
      shown++;
    }
    console.text(out.toString());
  }
}
