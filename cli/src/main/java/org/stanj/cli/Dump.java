package org.stanj.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.stanj.compiler.PassObserver;
import org.stanj.runtime.command.Console;

/** Prints what leaves one pass, and remembers the names of all. */
final class Dump implements PassObserver {
  private final String wanted;
  private final Console console;
  private final Set<String> seen = new LinkedHashSet<>();

  Dump(String wanted, Console console) {
    this.wanted = wanted;
    this.console = console;
  }

  @Override
  public void after(String pass, Supplier<String> text) {
    seen.add(pass);
    if (pass.equals(wanted)) {
      console.line(text.get().stripTrailing());
    }
  }

  /** Fails if no pass had the name. */
  void requireFound() {
    if (!seen.contains(wanted)) {
      throw new CliFailure(
          "Error: no pass is called '" + wanted + "'; there are: " + String.join(", ", seen));
    }
  }
}
