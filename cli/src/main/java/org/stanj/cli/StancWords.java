package org.stanj.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of a stanc command line in one form: {@code --name=value}, {@code --flag}, then the
 * file. stanc takes {@code --name value} and any beginning of a name that only one option has, too.
 *
 * @param words options and at most one file
 * @param help whether the options are asked for
 */
record StancWords(List<String> words, boolean help) {
  private static final Set<String> FLAGS =
      Set.of(
          "--O",
          "--O0",
          "--O1",
          "--Oexperimental",
          "--allow-undefined",
          "--auto-format",
          "--dump-stan-math-distributions",
          "--dump-stan-math-signatures",
          "--help",
          "--info",
          "--print-canonical",
          "--print-cpp",
          "--standalone-functions",
          "--strict",
          "--use-opencl",
          "--version",
          "--warn-pedantic",
          "--warn-uninitialized");

  private static final Set<String> VALUED =
      Set.of(
          "--canonicalize",
          "--debug-data-file",
          "--filename-in-msg",
          "--include-paths",
          "--max-line-length",
          "--name",
          "--output");

  /** They show what only stanc3 has inside. */
  private static final Set<String> DEBUGGING =
      Set.of(
          "--debug-ast",
          "--debug-decorated-ast",
          "--debug-generate-data",
          "--debug-generate-inits",
          "--debug-lex",
          "--debug-lir",
          "--debug-mem-patterns",
          "--debug-mir",
          "--debug-mir-pretty",
          "--debug-optimized-mir",
          "--debug-optimized-mir-pretty",
          "--debug-parse",
          "--debug-transformed-mir",
          "--debug-transformed-mir-pretty");

  /** Short names with a value, and what they stand for; {@code -f} has no long name. */
  private static final Map<String, String> SHORT = Map.of("-o", "--output", "-f", "-f");

  private static final String END = "--";

  /**
   * Takes the words apart.
   *
   * @throws StancRefusal for words that stanc refuses
   * @throws CliFailure for options of stanc that mean nothing here
   */
  static StancWords of(List<String> words) {
    return new Reader(words).read();
  }

  /** The state of one reading. */
  private static final class Reader {
    private final List<String> words;
    private final Map<String, String> options = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> result = new ArrayList<>();
    private int next;
    private boolean help;

    Reader(List<String> words) {
      this.words = words;
    }

    StancWords read() {
      boolean ended = false;
      while (next < words.size()) {
        String word = words.get(next++);
        if (ended || !word.startsWith("-") || word.equals("-")) {
          files.add(word);
        } else if (word.equals(END)) {
          ended = true;
        } else if (word.startsWith(END)) {
          longOption(word);
        } else {
          shortOption(word);
        }
      }
      boolean version = options.containsKey("--version");
      if (files.size() > 1 && !version && !help) {
        throw new StancRefusal("too many arguments, don't know what to do with '%s'", files.get(1));
      }
      files.stream().limit(1).filter(file -> !version).forEach(result::add);
      return new StancWords(result, help);
    }

    private void longOption(String word) {
      int equals = word.indexOf('=');
      String given = equals < 0 ? word : word.substring(0, equals);
      String name = known(given);
      if (VALUED.contains(name)) {
        value(name, given, equals < 0 ? valueBehind(given) : word.substring(equals + 1));
      } else if (name.equals("--help")) {
        help = true;
      } else if (equals >= 0) {
        throw new StancRefusal(
            "option '%s' is a flag, it cannot take the argument '%s'",
            given, word.substring(equals + 1));
      } else if (DEBUGGING.contains(name)) {
        throw new CliFailure(
            "Error: "
                + name
                + " shows what is inside stanc3; see 'stanj compile --help' for what --dump of"
                + " stanj shows");
      } else {
        once(name, given, "");
        result.add(name);
      }
    }

    private void shortOption(String word) {
      String name = word.substring(0, 2);
      if (name.equals("-?") || name.equals("-h")) {
        help = true;
        return;
      }
      String stands = SHORT.get(name);
      if (stands == null) {
        throw new StancRefusal("unknown option '%s'.", name);
      }
      value(stands, name, word.length() > 2 ? word.substring(2) : valueBehind(name));
    }

    private String valueBehind(String given) {
      if (next == words.size() || words.get(next).matches("-.+")) {
        throw new StancRefusal("option '%s' needs an argument", given);
      }
      return words.get(next++);
    }

    private void value(String name, String given, String value) {
      once(name, given, value);
      switch (name) {
        case "-f" -> requireSetting(value);
        case "--debug-data-file" -> {} // says nothing without the options it serves
        case "--max-line-length" -> requireInteger(given, value);
        default -> {}
      }
      boolean empty = value.isEmpty() && !name.equals("--filename-in-msg");
      if (!empty && !name.equals("-f") && !name.equals("--debug-data-file")) {
        result.add(name + "=" + value);
      }
    }

    private static void requireSetting(String value) {
      if (!value.equals("soa") && !value.equals("no-soa")) {
        throw new StancRefusal(
            "option '-f': invalid value '%s', expected either 'soa' or 'no-soa'", value);
      }
    }

    private static void requireInteger(String given, String value) {
      if (!value.matches("-?\\d{1,9}")) {
        throw new StancRefusal(
            "option '%s': invalid value '%s', expected an integer", given, value);
      }
    }

    private void once(String name, String given, String value) {
      if (options.put(name, value) != null) {
        throw new StancRefusal("option '%s' cannot be repeated", given);
      }
    }

    /** The one option whose name is, or starts with, what is given. */
    private static String known(String given) {
      Set<String> starting = new TreeSet<>();
      for (Set<String> names : List.of(FLAGS, VALUED, DEBUGGING)) {
        if (names.contains(given)) {
          return given;
        }
        names.stream().filter(name -> name.startsWith(given)).forEach(starting::add);
      }
      if (starting.isEmpty()) {
        String near = given.replace('_', '-');
        boolean typo = FLAGS.contains(near) || VALUED.contains(near);
        throw new StancRefusal(
            "unknown option '%s'%s", given, typo ? ", did you mean '" + near + "'?" : ".");
      }
      if (starting.size() > 1) {
        throw new StancRefusal(
            "option '%s' ambiguous and could be %s", given, choice(List.copyOf(starting)));
      }
      return starting.iterator().next();
    }

    private static String choice(List<String> names) {
      List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
      int last = quoted.size() - 1;
      return (last == 1 ? "either " : "one of ")
          + String.join(", ", quoted.subList(0, last))
          + " or "
          + quoted.get(last);
    }
  }
}
