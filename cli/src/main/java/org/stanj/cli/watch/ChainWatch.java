package org.stanj.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One chain of a watched run: its last lines in the status file, and its growing draws. */
final class ChainWatch implements AutoCloseable {
  /** Bytes of a file that tell its format. */
  private static final int KNOWN = 8;

  private final Path statusFile;
  private Status last;
  private @Nullable Status before;
  private @Nullable GrowingDraws draws;

  ChainWatch(Path statusFile, Status first) {
    this.statusFile = statusFile;
    this.last = first;
  }

  /** The chain got further, or goes on from a checkpoint before this place. */
  void update(Status status) {
    before = status.iteration() > last.iteration() ? last : null;
    last = status;
  }

  Status last() {
    return last;
  }

  /** Iterations a second between the last two lines; over all of the run if there is one line. */
  double rate() {
    int done = last.iteration() - (before == null ? 0 : before.iteration());
    double seconds = last.elapsed() - (before == null ? 0 : before.elapsed());
    return seconds > 0 ? done / seconds : Double.NaN;
  }

  /** Reads the rows that were written since, if there is a file. */
  void readDraws() throws IOException {
    if (draws == null) {
      Path found = file();
      if (found != null) {
        draws = new GrowingDraws(found);
      }
    }
    if (draws != null) {
      draws.read();
    }
  }

  /** The file where its name says, or beside the status file if both were moved. */
  private @Nullable Path file() throws IOException {
    if (last.file().isEmpty()) {
      return null;
    }
    Path named = Path.of(last.file());
    Path beside = statusFile.resolveSibling(named.getFileName());
    Path found = Files.isRegularFile(named) ? named : beside;
    return Files.isRegularFile(found) && Files.size(found) >= KNOWN ? found : null;
  }

  Optional<GrowingDraws> draws() {
    return Optional.ofNullable(draws);
  }

  /** Whether nothing more will come: the last iteration was done, or the file has its end. */
  boolean hasEnded() {
    return last.isLast() || endedEarly();
  }

  /** Whether the run was stopped in good order before its last iteration. */
  boolean endedEarly() {
    return !last.isLast() && draws != null && draws.hasEnded();
  }

  @Override
  public void close() throws IOException {
    if (draws != null) {
      draws.close();
    }
  }
}
