package org.stanj.cli.summary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code stansummary} is asked for.
 *
 * @param figures significant figures, if given
 * @param chain whose autocorrelations are shown, from 1
 * @param csv where the statistics are written
 * @param percentiles as given, ascending
 * @param include columns to show; all if empty
 * @param files of draws
 */
record SummaryOptions(
    Optional<Integer> figures,
    Optional<Integer> chain,
    Optional<Path> csv,
    List<String> percentiles,
    List<String> include,
    List<Path> files) {
  private static final int MOST_FIGURES = 18;

  /**
   * Reads the words behind the program's name; empty if they ask for help, and are right.
   *
   * @throws SummaryFailure for what the program would refuse, with its exit code
   */
  static Optional<SummaryOptions> read(SummaryWords words) {
    Optional<Integer> figures =
        words.once("sig_figs", "INT:INT in [1 - 18]").map(SummaryOptions::figures);
    Optional<Integer> chain = words.once("autocorr", "INT:POSITIVE").map(SummaryOptions::chain);
    Optional<Path> csv =
        words.once("csv_filename", "TEXT:PATH(non-existing)").map(SummaryOptions::csv);
    String percentiles = words.once("percentiles", "TEXT").orElse("5,50,95");
    List<String> include = words.included();
    List<Path> files = words.files().stream().map(SummaryOptions::file).toList();
    if (words.help()) {
      return Optional.empty();
    }
    if (files.isEmpty()) {
      throw SummaryFailure.words(SummaryFailure.REQUIRED, "input_files is required");
    }
    words.requireKnown();
    if (chain.orElse(1) > files.size()) {
      throw SummaryFailure.of(
          "Option --autocorr: " + chain.orElseThrow() + " not a valid chain id.");
    }
    SummaryOptions options =
        new SummaryOptions(figures, chain, csv, percentiles(percentiles), include, files);
    csv.ifPresent(SummaryOptions::requireFolder);
    return Optional.of(options);
  }

  private static int figures(String text) {
    Integer figures = integer(text);
    if (figures == null || figures < 1 || figures > MOST_FIGURES) {
      throw invalid("--sig_figs: Value " + text + " not in range 1 to 18");
    }
    return figures;
  }

  private static int chain(String text) {
    Integer chain = integer(text);
    if (chain == null) {
      throw invalid("--autocorr: Failed parsing number: (" + text + ")");
    }
    if (chain < 1) {
      throw invalid("--autocorr: Number less or equal to 0: (" + text + ")");
    }
    return chain;
  }

  private static @Nullable Integer integer(String text) {
    return text.matches("[+-]?\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private static Path csv(String text) {
    Path path = Path.of(text);
    if (!text.isEmpty() && Files.exists(path)) {
      throw invalid("--csv_filename: Path already exists: " + text);
    }
    return path;
  }

  private static void requireFolder(Path csv) {
    Path folder = csv.toAbsolutePath().getParent();
    if (csv.toString().isEmpty() || folder == null || !Files.isDirectory(folder)) {
      throw cannotSave(csv);
    }
  }

  /** The table cannot be written. */
  static SummaryFailure cannotSave(Path csv) {
    return SummaryFailure.of("Cannot save to csv_filename: " + csv + ".");
  }

  private static Path file(String text) {
    Path path = Path.of(text);
    if (!Files.exists(path)) {
      throw invalid("input_files: File does not exist: " + text);
    }
    if (Files.isDirectory(path)) {
      throw invalid("input_files: File is actually a directory: " + text);
    }
    return path;
  }

  private static List<String> percentiles(String text) {
    List<String> percentiles = new ArrayList<>();
    double last = 0;
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String percentile = part.trim();
      double value = percentile.matches("\\+?[\\d.]+") ? number(percentile) : Double.NaN;
      if (!(value >= last && value <= 100)) {
        throw SummaryFailure.of(
            "Option --percentiles "
                + text
                + ": values must be in range (0, 100), inclusive, and strictly increasing.");
      }
      percentiles.add(percentile);
      last = value;
    }
    return percentiles;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static SummaryFailure invalid(String message) {
    return SummaryFailure.words(SummaryFailure.INVALID, message);
  }
}
