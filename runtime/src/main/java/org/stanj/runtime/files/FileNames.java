package org.stanj.runtime.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.io.FileSuffix;

/** Names of the files of several chains, made from one argument. */
public final class FileNames {
  private FileNames() {}

  /**
   * The output files: {@code BASE.csv} for one chain, {@code BASE_ID.csv} for several, or the names
   * of a comma-separated list.
   */
  public static List<String> outputs(String name, int id, int chains) {
    String[] list = name.split(",", -1);
    if (list.length > 1) {
      return checked(name, list, chains).stream().map(FileNames::output).toList();
    }
    return chains == 1
        ? List.of(output(name))
        : numbered(name, id, chains).stream().map(FileNames::output).toList();
  }

  /** Refuses a name, or one of a list, that names a directory. */
  public static void refuseIllFormed(String name) {
    for (String each : name.split(",", -1)) {
      if (each.endsWith("/") || each.endsWith("..") || each.endsWith("/.")) {
        throw new CommandFailure("Ill-formed output filename " + name);
      }
    }
  }

  private static String output(String name) {
    return FileSuffix.start(name) == name.length() ? name + ".csv" : name;
  }

  /**
   * The input files: for several chains {@code BASE_ID.json} if the first of them exists, else the
   * one file for all, or the names of a comma-separated list.
   *
   * @param warnings is told when one file serves all
   */
  public static List<String> inputs(String name, int id, int chains, Consumer<String> warnings) {
    String[] list = name.split(",", -1);
    if (chains == 1) {
      return List.of(name);
    }
    if (list.length > 1) {
      return existing(checked(name, list, chains));
    }
    List<String> numbered = numbered(name, id, chains);
    if (Files.exists(Path.of(numbered.get(0)))) {
      return existing(numbered);
    }
    if (Files.exists(Path.of(name))) {
      warnings.accept(
          "Warning: file '" + name + "' is being used to initialize all " + chains + " chains!\n");
      return Collections.nCopies(chains, name);
    }
    throw new CommandFailure(
        "Cannot open some of the requested files: ["
            + String.join(", ", numbered)
            + "]\nAlso failed to find base file "
            + name
            + "\nWhen cmdstan is given a file 'name' and there are multiple chains or pathfinders,"
            + " cmdstan will look for files 'name_{N..(N + num_processes)' where N is the id"
            + " (typically, 1). If these are not found, then it looks for the exact file name as"
            + " passed. In this case, neither option was found.");
  }

  private static List<String> existing(List<String> names) {
    List<String> missing = names.stream().filter(n -> !Files.exists(Path.of(n))).toList();
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          "Cannot open some of the requested files: [" + String.join(", ", missing) + "]");
    }
    return names;
  }

  private static List<String> checked(String name, String[] list, int chains) {
    if (list.length != chains) {
      throw new CommandFailure(
          "Number of filenames does not match number of chains: got comma-separated list '"
              + name
              + "' of length "
              + list.length
              + " but expected "
              + chains
              + " names");
    }
    return Arrays.asList(list);
  }

  private static List<String> numbered(String name, int id, int chains) {
    return IntStream.range(0, chains)
        .mapToObj(i -> withEnd(name, "_" + Integer.toUnsignedString(id + i)))
        .toList();
  }

  /** The name with something put before its suffix. */
  public static String withEnd(String name, String end) {
    int dot = FileSuffix.start(name);
    return name.substring(0, dot) + end + name.substring(dot);
  }

  /** The name without its suffix, followed by another end: {@code o.csv} to {@code o_x.json}. */
  public static String beside(String name, String end) {
    return name.substring(0, FileSuffix.start(name)) + end;
  }

  /** The file of the configuration, beside the first of the output files. */
  public static String configuration(String output) {
    return beside(output.split(",", 2)[0], "_config.json");
  }
}
