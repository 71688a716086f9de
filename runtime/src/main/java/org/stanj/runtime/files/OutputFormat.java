package org.stanj.runtime.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.io.FileSuffix;
import org.stanj.runtime.io.RowFormat;

/**
 * The files of rows that a configuration asks for, and what they are written in: what {@code output
 * format} says; without it what the end of a name tells, and CSV where it tells nothing.
 */
public final class OutputFormat {
  /** The argument of the files. */
  public static final String FILE = "output.file";

  private static final String FORMAT = "output.format";

  private OutputFormat() {}

  /** The names of the output files of several chains, see {@link FileNames#outputs}. */
  public static List<String> outputs(Configuration configuration, int id, int chains) {
    return outputs(configuration, configuration.text(FILE), id, chains);
  }

  /** The names of other files that are written as those are. */
  public static List<String> outputs(Configuration configuration, String name, int id, int chains) {
    Optional<RowFormat> asked = asked(configuration);
    boolean given = configuration.isGiven(FILE) || !name.equals(configuration.text(FILE));
    String base = asked.isPresent() && !given ? name.substring(0, FileSuffix.start(name)) : name;
    String suffix = asked.orElse(RowFormat.CSV).suffix();
    return FileNames.outputs(withSuffix(base, suffix), id, chains);
  }

  private static String withSuffix(String names, String suffix) {
    return Arrays.stream(names.split(",", -1))
        .map(name -> FileSuffix.start(name) == name.length() ? name + suffix : name)
        .collect(Collectors.joining(","));
  }

  /** What a file is written in. */
  public static RowFormat of(Configuration configuration, String file) {
    return asked(configuration).or(() -> RowFormat.ofName(file)).orElse(RowFormat.CSV);
  }

  /**
   * Refuses names that tell another format than the one asked for: who reads the file would be
   * misled.
   */
  public static void refuseContradiction(Configuration configuration) {
    asked(configuration)
        .ifPresent(
            format -> {
              for (String path : List.of(FILE, "output.diagnostic_file")) {
                if (configuration.isGiven(path)) {
                  for (String name : configuration.text(path).split(",", -1)) {
                    refuse(path, name, format);
                  }
                }
              }
            });
  }

  private static void refuse(String path, String name, RowFormat format) {
    if (RowFormat.ofName(name).filter(f -> f != format).isPresent()) {
      String base = name.substring(0, FileSuffix.start(name));
      throw new CommandFailure(
          path.replace('.', ' ')
              + "="
              + name
              + " does not end as files of format="
              + format.word()
              + " do: call it "
              + base
              + format.suffix()
              + ", or leave format away");
    }
  }

  private static Optional<RowFormat> asked(Configuration configuration) {
    return configuration.isGiven(FORMAT)
        ? RowFormat.named(configuration.text(FORMAT))
        : Optional.empty();
  }
}
