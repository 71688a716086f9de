package org.stanj.cli.draws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.io.FileParts;
import org.stanj.runtime.io.FileProblem;
import org.stanj.runtime.io.RowReader;

/** One file of draws, read once; its draws after warmup lie in a {@link TransposedFile}. */
final class ChainFile implements AutoCloseable {
  private static final Pattern SECONDS =
      Pattern.compile("([-+.\\deE]+) seconds \\((Warm-up|Sampling)\\)");

  /** Methods whose rows are no chains, and what they are. */
  private static final Map<String, String> OTHER_METHODS =
      Map.of(
          "optimize", "one estimate",
          "variational", "independent draws of an approximation",
          "pathfinder", "independent draws of an approximation",
          "laplace", "independent draws of an approximation",
          "log_prob", "densities and gradients",
          "diagnose", "gradients");

  private final Path path;
  private final FileParts parts;
  private final List<String> notes = new ArrayList<>();
  private double[] first = new double[0];
  private @Nullable TransposedFile draws;

  private ChainFile(Path path) {
    this.path = path;
    this.parts = new FileParts(path.toString(), this::row, this::begin);
  }

  /**
   * Reads a file.
   *
   * @throws FileProblem if it cannot be read, or is no file of chains; it names the file
   */
  static ChainFile read(Path path) {
    ChainFile file = new ChainFile(path);
    try {
      file.readLines();
      return file;
    } catch (IOException | UncheckedIOException e) {
      file.close();
      throw new FileProblem(path + ": cannot be read: " + reason(path, e));
    } catch (FileProblem e) {
      file.close();
      throw e;
    }
  }

  private static String reason(Path path, Exception e) {
    return Files.isDirectory(path)
        ? "it is a directory"
        : Files.exists(path) ? String.valueOf(e.getMessage()) : "no such file";
  }

  private void readLines() throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileProblem(path + ": cannot be read: it is a directory");
    }
    try (RowReader in = RowReader.open(path, parts)) {
      in.read();
      if (in.rest() == RowReader.Rest.COMMENT) {
        in.readRest();
      } else if (in.rest() != RowReader.Rest.NONE) {
        notes.add(
            path
                + " is cut off, and what is not whole is left out: was the run interrupted, or the"
                + " file not copied to its end?");
      }
    }
    if (draws == null) {
      throw new FileProblem(
          path
              + (Files.size(path) == 0 ? ": is empty" : ": has no draws, or is no file of Stan's")
              + HOW);
    }
    end(draws);
  }

  private static final String HOW =
      "; a report needs files that sample has written (output file=o.csv)";

  /** The columns are known. */
  private void begin() {
    String method = setting("method");
    String other = OTHER_METHODS.get(method);
    if (other != null) {
      throw new FileProblem(
          path
              + ": was written by method="
              + method
              + ", which gives "
              + other
              + ": there are no chains to judge. A report needs files of method=sample;"
              + " \"stanj stansummary\" prints means and quantiles of draws of other methods");
    }
    String name = parts.columns().get(0);
    if (method.isEmpty() && !name.equals("lp__")) {
      throw new FileProblem(path + ": is no file of Stan's: its first column is not lp__" + HOW);
    }
    try {
      draws = new TransposedFile(parts.columns().size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first row of sampling is kept: two files that share it are of one chain. */
  private void row(double[] values) {
    if (draws == null) {
      throw new AssertionError("a row before the header");
    }
    if (parts.warmupRows() > 0 && parts.rows() == parts.warmupRows() + 1) {
      draws.clear();
    }
    if (draws.rows() == 0) {
      first = values.clone();
    }
    draws.add(values);
  }

  private void end(TransposedFile store) {
    boolean onlyWarmup = parts.rows() == parts.warmupRows();
    boolean endedInWarmup =
        parts.adaptation().isEmpty()
            && new RunHead(parts.head()).flag("save_warmup")
            && setting("algorithm").equals("hmc")
            && !setting("engaged").matches("0|false");
    if (onlyWarmup || endedInWarmup) {
      store.clear();
    }
    store.finish();
    int expected = (int) new RunHead(parts.head()).number("num_samples", 0);
    int thin = Math.max(1, (int) new RunHead(parts.head()).number("thin", 1));
    int rows = (expected + thin - 1) / thin;
    if (store.rows() < rows && setting("method").equals("sample")) {
      notes.add(
          "%s has %d draws where its head announces %d: the run did not come to its end."
              .formatted(path, store.rows(), rows));
    }
  }

  private String setting(String key) {
    return parts.configuration().getOrDefault(key, "");
  }

  Path path() {
    return path;
  }

  List<String> columns() {
    return parts.columns();
  }

  RunHead head() {
    return new RunHead(parts.head());
  }

  List<String> notes() {
    return notes;
  }

  /** The first draw. */
  double[] first() {
    return first;
  }

  /** How many draws there are. */
  int rows() {
    return draws == null ? 0 : draws.rows();
  }

  /** The first {@code count} draws of a column. */
  double[] column(int column, int count) {
    return draws == null ? new double[0] : draws.column(column, count);
  }

  /** What the file says of its chain, of which {@code count} draws are used. */
  ChainFacts facts(int count) {
    String name = String.valueOf(path.getFileName());
    int id = (int) head().number("id", 0);
    AdaptationFacts adaptation = AdaptationFacts.of(parts.adaptation());
    return new ChainFacts(name, id, count, adaptation, seconds("Warm-up"), seconds("Sampling"));
  }

  private double seconds(String phase) {
    for (String line : parts.footer()) {
      Matcher found = SECONDS.matcher(line);
      if (found.find() && found.group(2).equals(phase)) {
        return Double.parseDouble(found.group(1));
      }
    }
    return Double.NaN;
  }

  @Override
  public void close() {
    if (draws != null) {
      draws.close();
    }
  }
}
