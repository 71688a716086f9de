package org.stanj.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stanj.cli.summary.DiagnoseProgram;
import org.stanj.cli.summary.PrintProgram;
import org.stanj.cli.summary.SummaryProgram;
import org.stanj.runtime.command.Console;
import picocli.CommandLine;

/** The entrance of {@code stanj}. Exit codes: 0 for success, 1 for everything else. */
public final class Main {
  private static final List<String> COMMANDS =
      List.of(
          "compile", "check", "sample", "explain", "report", "watch", "functions", "stanc", "make");

  private final Console console;
  private final ProgramCompiler compiler;

  Main(Console console, ProgramCompiler compiler) {
    this.console = console;
    this.compiler = compiler;
  }

  /** Carries out a command and ends the process. */
  public static void main(String[] args) {
    System.exit(new Main(Console.standard(), ProgramCompiler.standard()).run(args));
  }

  /** Carries out a command; all failures are told on the console. Returns the exit code. */
  int run(String... args) {
    String first = args.length == 0 ? "" : args[0];
    List<String> others = List.of(args).subList(Math.min(1, args.length), args.length);
    try {
      return switch (first) {
        case "stansummary" -> new SummaryProgram(console).run(others);
        case "stanc" -> stanc(others);
        case "print" -> new PrintProgram(console).run(others);
        case "diagnose" -> new DiagnoseProgram(console).run(others);
        default -> ownCommand(args);
      };
    } catch (UncheckedIOException e) {
      return tell(e);
    }
  }

  /** A command that is not one of CmdStan's programs. */
  private int ownCommand(String... args) {
    Optional<Callable<Integer>> command = args.length == 0 ? Optional.empty() : command(args[0]);
    boolean toplevel = command.isEmpty();
    CommandLine line =
        toplevel ? everything() : described(command.orElseThrow(), "stanj " + args[0]);
    line.setUnmatchedOptionsArePositionalParams(line.getCommand() instanceof MakeCommand);
    return prepared(line).execute(toplevel ? args : Arrays.copyOfRange(args, 1, args.length));
  }

  /** stanc has rules of its own for words; what it refuses is said in its manner. */
  private int stanc(List<String> words) {
    try {
      StancWords apart = StancWords.of(words);
      if (apart.help()) {
        console.text(StancCommand.help());
        return 0;
      }
      CommandLine line = new CommandLine(new StancCommand(console)).setCommandName("stanc");
      return prepared(line).execute(apart.words().toArray(String[]::new));
    } catch (StancRefusal | CliFailure e) {
      return tell(e);
    }
  }

  /** The command alone, since describing all of them would cost time at every start. */
  private Optional<Callable<Integer>> command(String name) {
    return switch (name) {
      case "compile" -> Optional.of(new CompileCommand(console, compiler));
      case "check" -> Optional.of(new CheckCommand(console, compiler));
      case "explain" -> Optional.of(new ExplainCommand(console, compiler));
      case "sample" -> Optional.of(new SampleCommand(console, compiler));
      case "stanc" -> Optional.of(new StancCommand(console)); // for the list of commands
      case "report" -> Optional.of(new ReportCommand(console));
      case "watch" -> Optional.of(new WatchCommand(console));
      case "functions" -> Optional.of(new FunctionsCommand(console));
      case "make" -> Optional.of(new MakeCommand(console, compiler));
      default -> Optional.empty();
    };
  }

  private CommandLine everything() {
    CommandLine all = new CommandLine(new StanjCommand(console));
    for (String name : COMMANDS) {
      all.addSubcommand(described(command(name).orElseThrow(), name));
    }
    all.addSubcommand(new CommandLine.HelpCommand());
    return all;
  }

  private static CommandLine described(Callable<Integer> command, String name) {
    CommandLine line = new CommandLine(command).setCommandName(name);
    line.getCommandSpec()
        .addOption(
            CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
    return line;
  }

  private CommandLine prepared(CommandLine line) {
    return line.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure))
        .setParameterExceptionHandler((failure, words) -> tell(failure))
        .setOut(new PrintWriter(new ConsoleWriter(console::text), true))
        .setErr(new PrintWriter(new ConsoleWriter(console::error), true));
  }

  private int tell(Exception failure) {
    if (failure instanceof CommandLine.ParameterException words) {
      String name = words.getCommandLine().getCommandSpec().qualifiedName();
      console.error("Error: " + words.getMessage() + " (see " + name + " --help)");
    } else if (failure instanceof StancRefusal refused) {
      console.error(refused.told());
      return StancCommand.USAGE_ERROR;
    } else if (failure instanceof CliFailure told) {
      console.error(told.told());
    } else if (failure instanceof UncheckedIOException io) {
      // As a rule, whoever reads the output has seen enough.
      console.error("Error: " + Objects.requireNonNull(io.getCause()).getMessage());
    } else {
      console.error("Error: internal error of stanj, please report it: " + failure);
      if (Boolean.getBoolean("stanj.debug")) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        console.error(trace.toString());
      }
    }
    return 1;
  }
}
