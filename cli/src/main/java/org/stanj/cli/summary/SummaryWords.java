package org.stanj.cli.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The words of a {@code stansummary} command line, apart in options and files.
 *
 * @param help whether help is asked for
 * @param values of each option that is given, in order
 * @param files the other words
 */
record SummaryWords(boolean help, Map<String, List<String>> values, List<String> files) {
  /** Long names behind the short ones. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "s", "sig_figs",
          "a", "autocorr",
          "c", "csv_filename",
          "p", "percentiles",
          "i", "include_param");

  /** Stands for the value of an option that ends the line. */
  private static final String ABSENT = "\0";

  /**
   * Takes the words apart: {@code -s 3}, {@code -s3}, {@code --sig_figs 3}, {@code --sig_figs=3}.
   *
   * @throws SummaryFailure for an unknown option
   */
  static SummaryWords of(List<String> words) {
    boolean help = false;
    Map<String, List<String>> values = new TreeMap<>();
    List<String> files = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-") || word.equals("-")) {
        files.add(word);
      } else if (word.equals("-h") || word.equals("--help")) {
        help = true;
      } else if (option(word).isEmpty()) {
        unknown.add(word);
      } else {
        boolean inside = hasValue(word);
        String value = inside ? value(word) : i + 1 < words.size() ? words.get(++i) : ABSENT;
        values.computeIfAbsent(option(word), name -> new ArrayList<>()).add(value);
      }
    }
    if (!help && !unknown.isEmpty()) {
      throw unexpected(unknown);
    }
    return new SummaryWords(help, values, files);
  }

  private static SummaryFailure unexpected(List<String> words) {
    String start =
        words.size() == 1
            ? "The following argument was not expected: "
            : "The following arguments were not expected: ";
    return SummaryFailure.words(SummaryFailure.UNEXPECTED, start + String.join(" ", words));
  }

  /** The long name of an option; empty if there is none. */
  private static String option(String word) {
    if (!word.startsWith("--")) {
      return OPTIONS.getOrDefault(word.substring(1, 2), "");
    }
    String name = word.substring(2).split("=", 2)[0];
    return OPTIONS.containsValue(name) ? name : "";
  }

  private static boolean hasValue(String word) {
    return word.startsWith("--") ? word.contains("=") : word.length() > 2;
  }

  private static String value(String word) {
    return word.startsWith("--") ? word.substring(word.indexOf('=') + 1) : word.substring(2);
  }

  /** The value of an option that may be given once. */
  Optional<String> once(String option, String kind) {
    List<String> given = values.getOrDefault(option, List.of());
    if (given.size() > 1) {
      throw SummaryFailure.words(
          SummaryFailure.COUNT,
          "--" + option + ": At Most 1 required but received " + given.size());
    }
    if (given.contains(ABSENT)) {
      throw SummaryFailure.words(
          SummaryFailure.COUNT, "--" + option + ": 1 required " + kind + " missing");
    }
    return given.stream().findFirst();
  }

  /** The values of an option that may be given often. */
  List<String> all(String option) {
    return values.getOrDefault(option, List.of()).stream()
        .filter(value -> !value.equals(ABSENT))
        .toList();
  }
}
