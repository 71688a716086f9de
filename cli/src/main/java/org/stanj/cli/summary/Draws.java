package org.stanj.cli.summary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stanj.runtime.io.ColumnName;
import org.stanj.runtime.io.FileDraws;
import org.stanj.runtime.io.FileProblem;

/**
 * The draws of all chains, read from their files.
 *
 * @param configuration of the first file
 * @param names of the columns as the programs show them
 * @param chains the rows of each file's sampling phase
 * @param warmup seconds of each chain
 * @param sampling seconds of each chain
 */
record Draws(
    Map<String, String> configuration,
    List<String> names,
    List<List<double[]>> chains,
    double[] warmup,
    double[] sampling) {
  private static final Pattern SECONDS =
      Pattern.compile("([-+.\\deE]+) seconds \\((Warm-up|Sampling)\\)");

  /** What the first column's name starts with. */
  private static final Pattern START = Pattern.compile("\\p{L}");

  private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*([+-]?\\d{1,9})");

  /**
   * Reads the files of the chains of one run.
   *
   * @throws SummaryFailure if one cannot be read, has no draws, or has other columns or rows than
   *     the first; it tells the file
   */
  static Draws read(List<Path> files) {
    List<FileDraws> parts = new ArrayList<>();
    for (Path file : files) {
      try {
        parts.add(read(file, parts));
      } catch (FileProblem e) {
        throw SummaryFailure.of(e.getMessage()).in(file);
      } catch (SummaryFailure e) {
        throw e.in(file);
      }
    }
    FileDraws first = parts.get(0);
    return new Draws(
        first.configuration(),
        first.columns().stream().map(ColumnName::shown).toList(),
        parts.stream().map(Draws::draws).toList(),
        seconds(parts, "Warm-up"),
        seconds(parts, "Sampling"));
  }

  private static FileDraws read(Path file, List<FileDraws> before) {
    FileDraws part = FileDraws.read(file.toString());
    requireDraws(file, part);
    if (!before.isEmpty()) {
      requireAlike(before.get(0), part, before.size() + 1);
    }
    return part;
  }

  /** A variational approximation's first row is its mean, no draw. */
  private static List<double[]> draws(FileDraws part) {
    List<double[]> draws = part.draws();
    boolean mean = part.configuration().getOrDefault("method", "").equals("variational");
    return mean ? draws.subList(1, draws.size()) : draws;
  }

  private static void requireDraws(Path file, FileDraws part) {
    if (part.columns().isEmpty() || !START.matcher(part.columns().get(0)).lookingAt()) {
      throw SummaryFailure.of("Error: no column names found in csv file");
    }
    if (draws(part).isEmpty()) {
      throw SummaryFailure.of("No sampling draws found in Stan CSV file: " + file + ".");
    }
  }

  private static void requireAlike(FileDraws first, FileDraws part, int chain) {
    List<String> expected = first.columns();
    List<String> found = part.columns();
    if (found.size() != expected.size()) {
      throw SummaryFailure.of("Error: chain " + chain + " missing or extra columns");
    }
    for (int c = 0; c < found.size(); c++) {
      if (!found.get(c).equals(expected.get(c))) {
        throw SummaryFailure.of(
            "Error: chain %d header column %d doesn't match chain 1 header, found: %s expecting: %s"
                .formatted(
                    chain,
                    c + 1,
                    ColumnName.shown(found.get(c)),
                    ColumnName.shown(expected.get(c))));
      }
    }
    if (part.draws().size() != first.draws().size()) {
      throw SummaryFailure.of("Error: chain " + chain + ", missing or extra rows.");
    }
  }

  /** The time of a phase; 0 for a file that does not tell. */
  private static double[] seconds(List<FileDraws> parts, String phase) {
    return parts.stream()
        .mapToDouble(part -> part.footer().stream().mapToDouble(l -> seconds(l, phase)).sum())
        .toArray();
  }

  private static double seconds(String line, String phase) {
    Matcher found = SECONDS.matcher(line);
    return found.find() && found.group(2).equals(phase) ? Double.parseDouble(found.group(1)) : 0;
  }

  /** A setting; {@code missing} if the file does not have it. */
  String setting(String key, String missing) {
    return configuration.getOrDefault(key, missing);
  }

  /** A setting that is a number: what its text starts with, or 0. */
  int number(String key, int missing) {
    String text = configuration.get(key);
    if (text == null) {
      return missing;
    }
    Matcher start = LEADING_INTEGER.matcher(text);
    return start.lookingAt() ? Integer.parseInt(start.group(1)) : 0;
  }

  /** Iterations of each chain. */
  int iterations() {
    return chains.get(0).size();
  }

  /** How many columns the sampler has written behind the first. */
  int samplerColumns() {
    long reserved = names.stream().filter(name -> name.endsWith("__")).count();
    return (int) Math.max(0, reserved - 1);
  }

  /** One column as {@code [chain][iteration]}. */
  double[][] column(int c) {
    return chains.stream()
        .map(rows -> rows.stream().mapToDouble(row -> row[c]).toArray())
        .toArray(double[][]::new);
  }
}
