package org.stanj.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.ReadOptions;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of stanc that a build takes through {@code STANCFLAGS}. */
final class StancFlags {
  @Option(names = "--name")
  private @Nullable String name;

  @Option(names = "--filename-in-msg")
  private @Nullable String fileInMessages;

  @Option(
      names = {
        "--O0",
        "--O1",
        "--O",
        "--Oexperimental",
        "--use-opencl",
        "--allow-undefined",
        "--allow_undefined",
        "--standalone-functions"
      })
  private boolean[] withoutEffect = {};

  @Option(names = {"--canonicalize", "--max-line-length", "-f"})
  private List<String> settingsWithoutEffect = List.of();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  private StancFlags() {}

  /**
   * Reads the flags.
   *
   * @throws CliFailure if one is unknown
   */
  static StancFlags of(List<String> words) {
    StancFlags flags = new StancFlags();
    try {
      new CommandLine(flags).parseArgs(words.toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      throw new CliFailure("Error: STANCFLAGS: " + e.getMessage());
    }
    return flags;
  }

  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  ReadOptions reading(Path program) {
    ReadOptions asked = reading.of(program);
    return new ReadOptions(
        asked.includePaths(), asked.strict(), asked.advice(), Optional.ofNullable(fileInMessages));
  }
}
