package org.stanj.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.stanj.compiler.check.CheckOptions;
import org.stanj.compiler.check.Checker;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.Program;

/** Checks programs of the corpus one after the other and counts the agreement with Stan. */
final class CorpusRun {
  private static final String MODEL = "prog_model";
  private static final long STACK = 1L << 28;

  private final Library library = Library.load();
  private final boolean strict;
  private final Path folder;

  /**
   * @param strict whether old syntax is refused
   * @param folder where included files are written
   */
  CorpusRun(boolean strict, Path folder) {
    this.strict = strict;
    this.folder = folder;
  }

  /**
   * What came out for a program.
   *
   * @param error the first error, or empty if the program is accepted
   * @param warnings in the order in which they are found
   */
  record Outcome(Optional<Diagnostic> error, List<Diagnostic> warnings) {
    /** Whether the program is accepted or refused as Stan does, at the same line. */
    boolean agrees(CorpusCase program) {
      return program.refusal().isEmpty()
          ? error.isEmpty()
          : error.isPresent() && program.refusal().get().isAtLine(error.get());
    }

    /** Whether it is also refused at the same column, by an error of the same kind. */
    boolean agreesClosely(CorpusCase program) {
      return agrees(program)
          && program.refusal().stream()
              .allMatch(refusal -> refusal.isAt(error.get()) && isKind(refusal.kind()));
    }

    private boolean isKind(String kind) {
      return error.get().code().kind().name().toLowerCase(Locale.ROOT).equals(kind);
    }

    @Override
    public String toString() {
      return error
          .map(e -> e.code() + " " + e.span() + ": " + e.message().replace("\n", " "))
          .orElse("accepted");
    }
  }

  /** Runs some work on a thread with the stack that the command line gives it. */
  static <T> T deep(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(null, task, "corpus", STACK).start();
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the front of the compiler says to each program. */
  List<Outcome> check(List<CorpusCase> cases) {
    return deep(() -> cases.stream().map(this::check).toList());
  }

  private Outcome check(CorpusCase program) {
    write(program.files());
    return check(program.text());
  }

  /** What the front of the compiler says to one program. */
  Outcome check(String text) {
    List<Diagnostic> warnings = new ArrayList<>();
    try {
      SourceFile file = SourceFile.of("prog.stan", text);
      ParseOptions options = new ParseOptions(strict, List.of(folder));
      Program tree = Parser.parseProgram(file, options, warnings::add);
      Checker.check(tree, new CheckOptions(MODEL, strict, false), library, warnings::add);
      return new Outcome(Optional.empty(), warnings);
    } catch (DiagnosticException e) {
      return new Outcome(Optional.of(e.diagnostic()), warnings);
    }
  }

  private void write(Map<String, String> files) {
    files.forEach(
        (name, text) -> {
          try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
