package org.stanj.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.ReadOptions;
import org.stanj.compiler.lint.Advice;
import picocli.CommandLine.Option;

/** The options that say how a program is read and checked, as stanc names them. */
final class ReadingOptions {
  @Option(
      names = "--include-paths",
      split = ",",
      paramLabel = "DIR",
      description = "Where #include looks for files.")
  private List<Path> includePaths = List.of();

  @Option(names = "--strict", description = "Refuses old syntax, as stanc3 does.")
  private boolean strict;

  @Option(
      names = "--warn-pedantic",
      description = "Warns of common mistakes in priors, bounds and the use of distributions.")
  private boolean pedantic;

  @Option(
      names = "--warn-uninitialized",
      description = "Warns of variables that may be read before they have a value.")
  private boolean uninitialized;

  /** As asked for, beside the program too where files are included. */
  ReadOptions of(Path program) {
    return new ReadOptions(
        IncludePaths.of(includePaths, program), strict, advice(), Optional.empty());
  }

  Set<Advice> advice() {
    Set<Advice> asked = EnumSet.noneOf(Advice.class);
    if (pedantic) {
      asked.add(Advice.PEDANTIC);
    }
    if (uninitialized) {
      asked.add(Advice.UNINITIALIZED);
    }
    return asked;
  }
}
