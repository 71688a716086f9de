package org.stanj.cli;

import java.util.concurrent.Callable;
import org.stanj.runtime.command.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code stanj} does without one of its commands: tells which there are. */
@Command(
    name = "stanj",
    description = "Compiles Stan programs to jars, and samples from them.",
    mixinStandardHelpOptions = true,
    version = "stanj " + StanjCommand.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    footer = "The commands stansummary and diagnose are those of CmdStan.")
final class StanjCommand implements Callable<Integer> {
  static final String VERSION = "0.1.0";

  private final Console console;
  @Spec private CommandSpec spec;

  StanjCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.text(spec.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
    return 1;
  }
}
