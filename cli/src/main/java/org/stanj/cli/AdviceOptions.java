package org.stanj.cli;

import java.util.EnumSet;
import java.util.Set;
import org.stanj.compiler.lint.Advice;
import picocli.CommandLine.Option;

/** The options that ask for more warnings, as stanc names them. */
final class AdviceOptions {
  @Option(
      names = "--warn-pedantic",
      description = "Warns of common mistakes in priors, bounds and the use of distributions.")
  private boolean pedantic;

  @Option(
      names = "--warn-uninitialized",
      description = "Warns of variables that may be read before they have a value.")
  private boolean uninitialized;

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
