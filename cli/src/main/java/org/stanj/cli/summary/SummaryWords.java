package org.stanj.cli.summary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The words of a {@code stansummary} command line, apart in options and files.
 *
 * @param help whether help is asked for
 * @param values of each option that is given, in order
 * @param files the other words
 * @param unknown words that look like options
 */
record SummaryWords(
    boolean help, Map<String, List<String>> values, List<String> files, List<String> unknown) {
  private static final String INCLUDE = "include_param";

  /** Long names behind the short ones. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "s", "sig_figs",
          "a", "autocorr",
          "c", "csv_filename",
          "p", "percentiles",
          "i", INCLUDE);

  /** Stands for the value of an option that ends the line. */
  private static final String ABSENT = "\0";

  /** Behind it everything is a file. */
  private static final String END = "--";

  private static final Pattern OPTION = Pattern.compile("--?[A-Za-z?_].*", Pattern.DOTALL);

  /**
   * Takes the words apart: {@code -s 3}, {@code -s3}, {@code --sig_figs 3}, {@code --sig_figs=3},
   * {@code -hs 3}. The names of parameters go on until the next option or file; the last word of
   * the line is a file if no other is.
   */
  static SummaryWords of(List<String> words) {
    Reader reader = new Reader(words);
    while (!reader.rest.isEmpty()) {
      reader.next();
    }
    Collections.reverse(reader.unknown);
    return new SummaryWords(reader.help, reader.values, reader.files, reader.unknown);
  }

  /** The state of one reading. */
  private static final class Reader {
    private final Deque<String> rest;
    private final Map<String, List<String>> values = new TreeMap<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private boolean help;

    Reader(List<String> words) {
      rest = new ArrayDeque<>(words);
    }

    void next() {
      String word = rest.removeFirst();
      if (word.equals(END)) {
        files.addAll(rest);
        rest.clear();
      } else if (!OPTION.matcher(word).matches()) {
        files.add(word);
      } else if (word.startsWith("-h")) {
        help = true;
        if (word.length() > 2) {
          rest.addFirst("-" + word.substring(2));
        }
      } else if (word.equals("--help")) {
        help = true;
      } else if (option(word).isEmpty()) {
        unknown.add(word);
      } else {
        take(word, values.computeIfAbsent(option(word), name -> new ArrayList<>()));
      }
    }

    private void take(String word, List<String> given) {
      String inside = inside(word);
      if (!inside.isEmpty()) {
        given.add(inside);
      } else {
        given.add(rest.isEmpty() ? ABSENT : rest.removeFirst());
      }
      int needed = files.isEmpty() ? 1 : 0;
      while (option(word).equals(INCLUDE) && rest.size() > needed && isName(rest.getFirst())) {
        given.add(rest.removeFirst());
      }
    }

    private static boolean isName(String word) {
      return !word.equals(END)
          && !OPTION.matcher(word).matches()
          && !Files.isRegularFile(Path.of(word));
    }
  }

  /** Refuses words that no option knows. */
  void requireKnown() {
    if (!unknown.isEmpty()) {
      throw unexpected(unknown);
    }
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

  /** The value that stands in the same word; empty if there is none. */
  private static String inside(String word) {
    return word.startsWith("--")
        ? word.substring(word.contains("=") ? word.indexOf('=') + 1 : word.length())
        : word.substring(2);
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

  /** The names of all parameters to include. */
  List<String> included() {
    List<String> given = values.getOrDefault(INCLUDE, List.of());
    if (given.contains(ABSENT)) {
      throw SummaryFailure.words(
          SummaryFailure.COUNT, "--" + INCLUDE + ": 1 required TEXT missing");
    }
    return given;
  }
}
