package org.stanj.cli.draws;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stanj.runtime.io.ColumnName;
import org.stanj.runtime.io.FileProblem;

/**
 * Reads the CSV files of the chains of one run. Files that were cut off are used as far as they go;
 * figures are of the draws that all chains have.
 */
public final class RunReader {
  private final List<ChainFile> files = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private RunReader() {}

  /**
   * Reads the files; the caller closes the run.
   *
   * @throws FileProblem if one cannot be read, is not of {@code sample}, or has other columns than
   *     the first; if none has draws
   */
  public static Run read(List<Path> paths) {
    RunReader reader = new RunReader();
    try {
      for (Path path : paths) {
        reader.add(ChainFile.read(path));
      }
      return reader.run();
    } catch (FileProblem e) {
      reader.files.forEach(ChainFile::close);
      throw e;
    }
  }

  private void add(ChainFile file) {
    files.add(file);
    notes.addAll(file.notes());
    requireSameColumns(files.get(0), file);
  }

  private static void requireSameColumns(ChainFile first, ChainFile file) {
    List<String> expected = first.columns();
    List<String> found = file.columns();
    for (int c = 0; c < Math.max(expected.size(), found.size()); c++) {
      String there = c < expected.size() ? "'" + expected.get(c) + "'" : "none";
      String here = c < found.size() ? "'" + found.get(c) + "'" : "none";
      if (!there.equals(here)) {
        throw new FileProblem(
            "%s: is not of the same run as %s: its column %d is %s, there %s"
                .formatted(file.path(), first.path(), c + 1, here, there));
      }
    }
  }

  private Run run() {
    ChainFile first = files.get(0);
    for (ChainFile file : files.subList(1, files.size())) {
      compare(first, file);
    }
    List<ChainFile> used = longEnough();
    int count = used.stream().mapToInt(ChainFile::rows).min().orElseThrow();
    if (used.stream().anyMatch(f -> f.rows() > count)) {
      notes.add(
          "The files have different numbers of draws: the first %d of each are used."
              .formatted(count));
    }
    return new Run(
        first.head(),
        used.stream().map(f -> f.facts(count)).toList(),
        first.columns().stream().map(ColumnName::shown).toList(),
        new Source(List.copyOf(files), used, count),
        notes);
  }

  /** Runs of other programs, other data or the same chain twice say nothing together. */
  private void compare(ChainFile first, ChainFile file) {
    for (String key : List.of("model", "file")) {
      String there = first.head().setting(key, "");
      String here = file.head().setting(key, "");
      if (!there.equals(here)) {
        notes.add(
            "%s names another %s than %s (%s, there %s): are they of one run?"
                .formatted(
                    file.path(),
                    key.equals("file") ? "data file" : key,
                    first.path(),
                    here,
                    there));
      }
    }
    boolean moves = !first.head().setting("algorithm", "").equals("fixed_param");
    for (ChainFile other : files.subList(0, files.indexOf(file))) {
      if (moves && file.first().length > 0 && Arrays.equals(other.first(), file.first())) {
        notes.add(
            "%s and %s hold the same chain: R-hat and effective sample sizes count it twice."
                .formatted(other.path(), file.path()));
      }
    }
  }

  /** A chain that ended much earlier than others would take their draws away. */
  private List<ChainFile> longEnough() {
    int most = files.stream().mapToInt(ChainFile::rows).max().orElseThrow();
    if (most == 0) {
      throw new FileProblem(
          files.get(0).path() + ": has no draws after warmup: there is nothing to report yet");
    }
    List<ChainFile> used = new ArrayList<>();
    for (ChainFile file : files) {
      if (2 * file.rows() >= most) {
        used.add(file);
      } else {
        notes.add(
            "%s is left out: it has %d draws, less than half of the %d that another chain has."
                .formatted(file.path(), file.rows(), most));
      }
    }
    return used;
  }

  private record Source(List<ChainFile> all, List<ChainFile> used, int count)
      implements DrawSource {
    @Override
    public double[] column(int chain, int column) {
      return used.get(chain).column(column, count);
    }

    @Override
    public void close() {
      all.forEach(ChainFile::close);
    }
  }
}
