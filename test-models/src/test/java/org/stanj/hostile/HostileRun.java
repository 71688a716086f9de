package org.stanj.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.command.Main;
import org.stanj.runtime.model.CompiledModel;

/**
 * A command line carried out, and what is wrong with how it ended.
 *
 * @param code exit code
 * @param text both streams of the console
 */
record HostileRun(int code, String text, Path directory) {
  /** What no user may read: our own failures, and the words of the JVM. */
  private static final Pattern OURS =
      Pattern.compile(
          "internal error|\\bjava\\.|\\bat org\\.stanj|NullPointer|OutOfBounds|ClassCast|"
              + "(Illegal|Arithmetic|NegativeArraySize|StackOverflow)\\w*(Exception|Error)|"
              + "(Error|Exception): null");

  private static final Pattern OUTPUT = Pattern.compile("[/\\\\]o[^/\\\\]*\\.csv$");

  /** A line of the configuration that each run shows first. */
  private static final Pattern SHOWN = Pattern.compile("\\s.*|\\w+ = .*|\\w+");

  static HostileRun of(CompiledModel model, String words, Path directory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = Main.run(words.split(" "), model, new Console(out, out));
    return new HostileRun(code, out.toString(StandardCharsets.UTF_8), directory);
  }

  /** The first thing that is wrong, if any. */
  Optional<String> fault() throws IOException {
    if (OURS.matcher(text).find()) {
      return Optional.of("says what no user can use");
    }
    List<Path> files = rows();
    for (Path file : files) {
      Optional<String> bad = incomplete(file);
      if (bad.isPresent()) {
        return bad;
      }
    }
    boolean told = text.lines().anyMatch(line -> !SHOWN.matcher(line).matches() && !line.isEmpty());
    return code != 0 && !told ? Optional.of("fails without a word") : Optional.empty();
  }

  /** Files that runs write have names that start with o. */
  private List<Path> rows() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> OUTPUT.matcher(file.toString()).find()).sorted().toList();
    }
  }

  /** Rows are as long as the header says, and the file ends with a line break. */
  private static Optional<String> incomplete(Path file) throws IOException {
    String all = Files.readString(file);
    List<Integer> widths = new ArrayList<>();
    all.lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> widths.add(line.split(",", -1).length));
    boolean even = widths.stream().distinct().count() <= 1;
    return even && (all.isEmpty() || all.endsWith("\n"))
        ? Optional.empty()
        : Optional.of(file.getFileName() + " has incomplete rows");
  }
}
