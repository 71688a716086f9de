package org.stanj.runtime.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.runtime.model.DataContext;

/** Opens data, init and metric files: {@code .json} is JSON, {@code .R} R dump. */
public final class DataFiles {
  private static final Set<String> METRIC_STRINGS = Set.of("metric_type", "stepsize");

  private DataFiles() {}

  /**
   * Reads a file of named values.
   *
   * @param file its name; empty for none, which gives no values
   * @param warnings receives the warning that R dump is deprecated
   * @throws FileProblem if it cannot be read; the message names what is wrong
   */
  public static DataContext read(String file, Consumer<String> warnings) {
    return file.isEmpty() ? DataContext.EMPTY : open(file, Set.of(), warnings);
  }

  /** Reads a metric file, in which the strings that CmdStan itself saves there are left out. */
  public static DataContext readMetric(String file, Consumer<String> warnings) {
    return open(file, METRIC_STRINGS, warnings);
  }

  private static DataContext open(String file, Set<String> strings, Consumer<String> warnings) {
    String suffix = file.substring(FileSuffix.start(file));
    if (!suffix.equals(".json") && !suffix.equals(".R")) {
      throw new FileProblem(
          "User specified files must end in .json or .R. Found: "
              + (suffix.isEmpty() ? file : suffix));
    }
    if (suffix.equals(".R")) {
      warnings.accept(
          "Warning: file '"
              + file
              + "' is being read as an 'RDump' file.\n"
              + "\tThis format is deprecated and will not receive new features.\n"
              + "\tConsider saving your data in JSON format instead.");
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path) && !Files.isReadable(path) || Files.isDirectory(path)) {
      throw cannotOpen(file);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return suffix.equals(".json") ? JsonData.read(in, strings) : RDump.read(in);
    } catch (IOException e) {
      throw cannotOpen(file);
    }
  }

  private static FileProblem cannotOpen(String file) {
    return new FileProblem("Cannot open specified file, \"" + file + "\"");
  }
}
