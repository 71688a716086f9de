package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.jar.ModelJar;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.model.BuildSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stanj compile m.stan}: writes {@code m.jar} and the executable {@code m}. */
@Command(
    name = "compile",
    description = "Writes m.jar, and beside it m: the same bytes behind a launcher.")
final class CompileCommand implements Callable<Integer> {
  private static final String SUFFIX = ".jar";

  private final Console console;
  private final Compilation compilation;

  @Parameters(paramLabel = "m.stan", description = "The program.")
  private Path program;

  @Option(
      names = "-o",
      paramLabel = "m.jar",
      description = "Where to write; default: m.jar beside m.stan.")
  private @Nullable Path output;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's name; default: m_model.")
  private @Nullable String name;

  @Option(names = "--threads", description = "The model reports STAN_THREADS=true.")
  private boolean threads;

  @Option(
      names = "--dump",
      paramLabel = "PASS",
      description =
          "Prints what leaves a pass instead of writing the jar: syntax, core, bytecode ...")
  private @Nullable String dump;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  CompileCommand(Console console, ProgramCompiler compiler) {
    this.console = console;
    this.compilation = new Compilation(console, compiler);
  }

  @Override
  public Integer call() {
    if (dump != null) {
      return dump(dump);
    }
    CompiledProgram compiled = compilation.compile(program, options());
    write(compiled, jar());
    return 0;
  }

  private int dump(String pass) {
    Dump dump = new Dump(pass, console);
    compilation.compile(program, options().withObserver(dump));
    dump.requireFound();
    return 0;
  }

  private CompileOptions options() {
    return new CompileOptions(
        Optional.ofNullable(name),
        "",
        threads ? Set.of(BuildSetting.THREADS) : Set.of(),
        reading.of(program),
        PassObserver.NONE);
  }

  /** Where the jar goes: its name ends in {@code .jar}, so that the launcher can do without. */
  private Path jar() {
    Path asked = output == null ? program : output;
    String file = String.valueOf(asked.getFileName());
    if (file.endsWith(SUFFIX)) {
      return asked;
    }
    boolean stan = file.endsWith(".stan");
    return asked.resolveSibling(
        (stan ? file.substring(0, file.length() - ".stan".length()) : file) + SUFFIX);
  }

  private static void write(CompiledProgram compiled, Path jar) {
    Path runtime = RuntimeJar.locate();
    Path folder = Optional.ofNullable(jar.getParent()).orElse(Path.of("."));
    if (!Files.isDirectory(folder)) {
      throw CliFailure.file("write", jar, "there is no directory " + folder);
    }
    try {
      ModelJar.write(compiled, runtime, jar);
    } catch (IOException e) {
      throw CliFailure.file("write", jar, FileReasons.of(e));
    }
  }
}
