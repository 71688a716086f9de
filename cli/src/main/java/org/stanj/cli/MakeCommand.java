package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.jar.ModelJar;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.model.BuildSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code stanj make}: what clients ask of CmdStan's makefile, without GNU make. The makefile of the
 * installation forwards here.
 */
@Command(
    name = "make",
    description = "Builds models as CmdStan's makefile does: make STAN_THREADS=true path/to/m.")
final class MakeCommand implements Callable<Integer> {
  private static final String PROGRAM = ".stan";
  private static final String HEADER = ".hpp";
  private static final String PRINT = "print-";

  /** Targets of CmdStan's makefile for which there is nothing to do here. */
  private static final Set<String> NOTHING =
      Set.of(
          "build",
          "build-mpi",
          "clean",
          "clean-all",
          "clean-deps",
          "clean-program",
          "stan-update",
          "stan-pr",
          "compile_info",
          "all");

  /** Clients look for the first words of two lines. */
  private static final String TARGETS =
      """
      Build a Stan program: make /path/to/model makes the model of /path/to/model.stan,
        for example: make examples/bernoulli/bernoulli
      Build CmdStan utilities: make build, or make bin/stanc bin/stansummary bin/diagnose;
        they are there already, and come back if they were deleted
      Settings, here or in make/local: STAN_THREADS=true, STANCFLAGS=--warn-pedantic
      """;

  private final Console console;
  private final Compilation compilation;

  @Parameters(
      paramLabel = "WORD",
      description = "Targets, and settings such as STAN_THREADS=true or STANCFLAGS+=--O1.")
  private List<String> words = List.of();

  MakeCommand(Console console, ProgramCompiler compiler) {
    this.console = console;
    this.compilation = new Compilation(console, compiler);
  }

  @Override
  public Integer call() throws IOException {
    MakeWords asked = MakeWords.of(words);
    if (asked.targets().isEmpty()) {
      console.text(TARGETS);
    }
    for (String target : asked.targets()) {
      make(target, asked.settings());
    }
    return 0;
  }

  private void make(String target, Map<String, String> settings) throws IOException {
    if (target.equals("help")) {
      console.text(TARGETS);
    } else if (target.startsWith(PRINT)) {
      String name = target.substring(PRINT.length());
      console.line(name + " = " + settings.getOrDefault(name, "").strip());
    } else if (!NOTHING.contains(target) && !target.startsWith("bin/")) {
      boolean header = target.endsWith(HEADER);
      build(header ? target.substring(0, target.length() - HEADER.length()) : target, settings);
    }
  }

  private void build(String target, Map<String, String> settings) throws IOException {
    Path program = Path.of(withoutSuffix(target, ".exe") + PROGRAM);
    if (!Files.isRegularFile(program)) {
      throw new CliFailure("Error: no rule to make " + target + ": there is no file " + program);
    }
    if (!settings.getOrDefault("USER_HEADER", "").isBlank()) {
      throw new CliFailure(
          "Error: USER_HEADER names a C++ file, which a Java program cannot use:"
              + " write the function in Stan.");
    }
    if (isSet(settings, "STAN_OPENCL")) {
      console.error("Warning: STAN_OPENCL has no effect: the model computes on the processor.");
    }
    String flags = settings.getOrDefault("STANCFLAGS", "").strip();
    announce(target, program, flags);
    CompiledProgram compiled = compilation.compile(program, options(program, flags, settings));
    try {
      ModelJar.writeExecutable(compiled, RuntimeJar.locate(), Path.of(target));
    } catch (IOException e) {
      throw CliFailure.file("write", Path.of(target), FileReasons.of(e));
    }
  }

  /** As CmdStan's makefile does; clients look for the words and for the flags. */
  private void announce(String target, Path program, String flags) {
    String stem = withoutSuffix(target, ".exe");
    console.line("");
    console.line("--- Translating Stan model to Java bytecode ---");
    console.line(
        "bin/stanc " + (flags.isEmpty() ? "" : flags + " ") + "--o=" + stem + ".hpp " + program);
  }

  private static CompileOptions options(Path program, String flags, Map<String, String> settings) {
    StancFlags stanc = StancFlags.of(ShellWords.split(flags));
    return new CompileOptions(
        stanc.name(), flags, buildSettings(settings), stanc.reading(program), PassObserver.NONE);
  }

  private static Set<BuildSetting> buildSettings(Map<String, String> settings) {
    return Stream.of(BuildSetting.values())
        .filter(setting -> isSet(settings, setting.makeName()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As in make: whatever it is set to, even false. */
  private static boolean isSet(Map<String, String> settings, String name) {
    return !settings.getOrDefault(name, "").isBlank();
  }

  private static String withoutSuffix(String text, String suffix) {
    return Optional.of(text)
        .filter(t -> t.endsWith(suffix))
        .map(t -> t.substring(0, t.length() - suffix.length()))
        .orElse(text);
  }
}
