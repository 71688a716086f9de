package org.stanj.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.lint.Advice;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of stanc that a build takes through {@code STANCFLAGS}. */
final class StancFlags {
  @Option(names = "--name")
  private @Nullable String name;

  @Option(names = "--include-paths", split = ",")
  private List<Path> includePaths = List.of();

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

  @Mixin private AdviceOptions advice = new AdviceOptions();

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

  List<Path> includePaths() {
    return includePaths;
  }

  Optional<String> fileInMessages() {
    return Optional.ofNullable(fileInMessages);
  }

  Set<Advice> advice() {
    return advice.advice();
  }
}
