package org.stanj.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.format.Canonical;
import org.stanj.compiler.format.Formatter;
import org.stanj.compiler.info.ProgramInfo;
import org.stanj.compiler.info.SignatureList;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.lint.Lint;
import org.stanj.runtime.command.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code stanj stanc}: stands in for stanc3, with its options, its exit codes (1 for a wrong
 * program, 124 for a wrong command line) and its output, C++ excepted.
 */
@Command(
    name = "stanc",
    description = "Checks, describes or formats a Stan program as stanc3 does.",
    exitCodeOnInvalidInput = StancCommand.USAGE_ERROR)
final class StancCommand implements Callable<Integer> {
  static final int USAGE_ERROR = 124;
  private static final String VERSION = "stanc3 v2.37.0 (Unix)";

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL_FILE",
      description = "The program, or functions in a .stanfunctions file; - is standard input.")
  private @Nullable String file;

  @Option(names = "--info", description = "Prints what the program reads and uses, as JSON.")
  private boolean info;

  @Option(names = "--auto-format", description = "Prints the program in the standard layout.")
  private boolean autoFormat;

  @Option(
      names = "--print-canonical",
      description =
          "The same as --auto-format " + "--canonicalize=deprecations,includes,parentheses,braces.")
  private boolean printCanonical;

  @Option(
      names = "--canonicalize",
      split = ",",
      paramLabel = "CHANGES",
      description =
          "What the formatter may change: deprecations, parentheses, braces, includes, "
              + "strip-comments.")
  private List<String> canonicalize = List.of();

  @Option(
      names = "--max-line-length",
      paramLabel = "LENGTH",
      description = "Where the formatter breaks lines; 78 unless given.")
  private int maxLineLength = Formatter.LINE_LENGTH;

  @Option(
      names = {"-o", "--o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; MODEL_FILE with the suffix .hpp unless given.")
  private @Nullable Path output;

  @Option(names = "--name", paramLabel = "NAME", description = "The model's name.")
  private @Nullable String name;

  @Option(
      names = "--include-paths",
      split = ",",
      paramLabel = "DIRS",
      description = "Where #include looks for files.")
  private List<Path> includePaths = List.of();

  @Option(
      names = "--filename-in-msg",
      paramLabel = "FILE",
      description = "What messages call the program.")
  private @Nullable String filenameInMessages;

  @Option(
      names = "--allow-undefined",
      description = "Functions may be declared without a definition.")
  private boolean allowUndefined;

  @Option(names = "--strict", description = "Refuses old syntax, as stanc3 does.")
  private boolean strict;

  @Option(names = "--warn-pedantic", description = "Warns of common mistakes.")
  private boolean warnPedantic;

  @Option(
      names = "--warn-uninitialized",
      description = "Warns of variables that are read before they have a value.")
  private boolean warnUninitialized;

  @Option(
      names = {"--O0", "--O1", "--O", "--Oexperimental", "--use-opencl", "--standalone-functions"},
      description = "Accepted, without effect: no C++ is made.")
  private boolean[] withoutEffect = {};

  @Option(
      names = "-f",
      paramLabel = "SETTING",
      description = "Accepted, without effect: no C++ is made.")
  private List<String> settingsWithoutEffect = List.of();

  @Option(names = "--print-cpp", description = "Prints what is written instead of C++, too.")
  private boolean printCpp;

  @Option(
      names = "--dump-stan-math-signatures",
      description = "Prints the signatures of all functions.")
  private boolean dumpSignatures;

  @Option(
      names = "--dump-stan-math-distributions",
      description = "Prints the names of all distributions.")
  private boolean dumpDistributions;

  @Option(names = "--version", description = "Prints the version of stanc3 that this stands for.")
  private boolean version;

  StancCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (version) {
      console.line(VERSION);
    } else if (dumpSignatures || dumpDistributions) {
      dump();
    } else {
      return Compilation.deep(this::translate);
    }
    return 0;
  }

  private void dump() {
    if (file != null) {
      requireFile();
    }
    if (dumpSignatures) {
      console.text(SignatureList.signatures(Library.load()));
    } else {
      console.text(SignatureList.distributions(Library.load()));
    }
  }

  /** What the options mean. */
  static String help() {
    try (InputStream in = StancCommand.class.getResourceAsStream("stanc-help.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int translate() throws IOException {
    Set<Canonical> changes = changes();
    StancInput input = StancInput.read(requireFile(), filenameInMessages);
    try {
      StancProgram program = check(input);
      answer(program, input, changes);
      return 0;
    } catch (DiagnosticException e) {
      warn(e.diagnostic());
      return 1;
    }
  }

  private String requireFile() {
    if (file == null) {
      throw new StancRefusal("No model file provided");
    }
    if (!file.equals(StancInput.STANDARD)) {
      if (Files.isDirectory(Path.of(file))) {
        throw new StancRefusal("MODEL_FILE argument: '%s' is a directory", file);
      }
      if (file.isEmpty() || !Files.exists(Path.of(file))) {
        throw new StancRefusal("MODEL_FILE argument: no '%s' file", file);
      }
    }
    return file;
  }

  private StancProgram check(StancInput input) {
    StancProgram.Options options =
        new StancProgram.Options(Optional.ofNullable(name), includePaths, strict, allowUndefined);
    StancProgram program = StancProgram.check(input, options, this::warn);
    if (autoFormat || printCanonical) {
      return program;
    }
    if (warnPedantic) {
      Lint.pedantic(program.typed()).forEach(this::warn);
    } else if (warnUninitialized) {
      Lint.uninitialized(program.typed()).forEach(this::warn);
    }
    return program;
  }

  private void warn(Diagnostic diagnostic) {
    console.error(DiagnosticRenderer.render(diagnostic).stripTrailing());
  }

  private void answer(StancProgram program, StancInput input, Set<Canonical> changes) {
    if (info) {
      console.line(ProgramInfo.json(program.syntax(), program.library()));
    } else if (autoFormat || printCanonical) {
      String text = Formatter.format(program.syntax(), maxLineLength, changes);
      Optional.ofNullable(output)
          .ifPresentOrElse(
              path -> write(path, text.stripTrailing() + "\n"), () -> console.text(text));
    } else {
      if (printCpp) {
        console.text(input.insteadOfCode());
      }
      write(Optional.ofNullable(output).orElse(input.codeFile()), input.insteadOfCode());
    }
  }

  private static void write(Path path, String text) {
    try {
      Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CliFailure(
          "Error writing to file '" + path + "': " + path + ": " + FileReasons.of(e));
    }
  }

  private Set<Canonical> changes() {
    Set<Canonical> changes = EnumSet.noneOf(Canonical.class);
    for (String word : canonicalize) {
      changes.add(change(word));
    }
    if (printCanonical) {
      changes.addAll(
          EnumSet.of(
              Canonical.DEPRECATIONS, Canonical.INCLUDES, Canonical.PARENTHESES, Canonical.BRACES));
    }
    return changes;
  }

  private Canonical change(String word) {
    for (Canonical change : Canonical.values()) {
      if (!word.isEmpty() && change.word().startsWith(word.toLowerCase(Locale.ROOT))) {
        return change;
      }
    }
    throw new StancRefusal("option '--canonicalize': invalid element in list ('%s')", word);
  }
}
