package org.stanj.runtime.files;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.ConfigurationText;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.ChainState;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.io.RealFormat;

/**
 * Tells programs how the chains of a run get on: a JSON object on a line of its own behind each
 * iteration for which the console has a line, for each hundredth where the console has none. A run
 * that goes on adds to its file: iterations that were lost stand there twice.
 */
public final class StatusFile implements AutoCloseable {
  private static final int OFTEN = 100;

  private final String name;
  private final Run run;
  private final Writer out;

  /**
   * What its reader should know of the run.
   *
   * @param chains their number, also of those that have not begun
   * @param refresh iterations between two lines of the console; 0 for none
   * @param goesOn whether to add to a file that is there
   */
  public record Run(int chains, int refresh, boolean goesOn) {
    private int interval() {
      return refresh > 0 ? refresh : OFTEN;
    }
  }

  private StatusFile(String name, Run run, Writer out) {
    this.name = name;
    this.run = run;
    this.out = out;
  }

  /**
   * Opens the file.
   *
   * @param name of the file; empty for none, and nothing is told
   */
  public static StatusFile open(String name, Run run) {
    if (name.isEmpty()) {
      return new StatusFile(name, run, Writer.nullWriter());
    }
    Path path = Path.of(name);
    try {
      boolean broken = run.goesOn() && endsInsideLine(path);
      Writer out =
          run.goesOn()
              ? Files.newBufferedWriter(path, CREATE, APPEND)
              : Files.newBufferedWriter(path);
      if (broken) {
        out.write("\n");
      }
      return new StatusFile(name, run, out);
    } catch (IOException e) {
      throw new CommandFailure("cannot write to status file " + name);
    }
  }

  private static boolean endsInsideLine(Path path) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) == 0) {
      return false;
    }
    try (SeekableByteChannel in = Files.newByteChannel(path)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      in.position(in.size() - 1).read(last);
      return last.get(0) != '\n';
    }
  }

  /**
   * The chain whose id is given.
   *
   * @param file of its draws, if it writes one
   * @param saved where it goes on
   */
  public DrawSink sink(int id, Optional<String> file, Optional<ChainState> saved) {
    return new Chain(id, file, saved);
  }

  private synchronized void write(String line) {
    try {
      out.write(line + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException(name + ": " + e.getMessage(), e));
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Chain implements DrawSink {
    private final RealFormat format = new RealFormat(6);
    private final int id;
    private final String file;
    private final long earlierNanos;
    private long begin;
    private int before = -1;
    private Phase phase = Phase.WARMUP;
    private long divergences;
    private TransitionStats latest = TransitionStats.FIXED;

    Chain(int id, Optional<String> file, Optional<ChainState> saved) {
      this.id = id;
      this.file = file.map(f -> ",\"file\":" + ConfigurationText.quote(f)).orElse("");
      earlierNanos = saved.map(s -> s.warmupNanos() + s.samplingNanos()).orElse(0L);
      divergences = saved.map(ChainState::divergences).orElse(0L);
    }

    @Override
    public void iteration(Progress progress, TransitionStats stats) {
      if (before < 0) {
        before = progress.iteration() - 1;
        begin = System.nanoTime();
        phase = progress.phase();
      }
      if (progress.phase() != phase) {
        phase = progress.phase();
        divergences = 0;
      }
      divergences += stats.divergent() ? 1 : 0;
      latest = stats;
      if (progress.isDue(run.interval())) {
        write(line(progress, stats));
      }
    }

    /** The last line, in which iteration and total agree. */
    @Override
    public void stopped(Progress last) {
      write(line(last, latest));
    }

    private String line(Progress progress, TransitionStats stats) {
      double elapsed = (System.nanoTime() - begin) * 1e-9;
      double done = progress.iteration() - before;
      double left = progress.total() - progress.iteration();
      return String.format(
          Locale.ROOT,
          "{\"chain\":%d,\"phase\":\"%s\",\"iteration\":%d,\"total\":%d,\"step_size\":%s,"
              + "\"divergences\":%d,\"elapsed\":%.3f,\"remaining\":%.3f,\"chains\":%d%s}",
          id,
          phase.title().toLowerCase(Locale.ROOT),
          progress.iteration(),
          progress.total(),
          format.text(stats.stepSize()),
          divergences,
          earlierNanos * 1e-9 + elapsed,
          elapsed / done * left,
          run.chains(),
          file);
    }

    @Override
    public void draw(Phase of, double logDensity, TransitionStats stats, double[] row) {}

    @Override
    public void adapted(Adaptation adaptation) {}

    @Override
    public void finished(ElapsedTime time) {}
  }
}
