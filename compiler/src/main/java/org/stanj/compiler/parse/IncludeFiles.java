package org.stanj.compiler.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;

/** Finds and reads the files that {@code #include} directives name. */
final class IncludeFiles {
  private static final String DIRECTIVE = "#include";

  private final List<Path> directories;

  IncludeFiles(List<Path> directories) {
    this.directories = directories;
  }

  /** The file that a directive names, from the first directory that has it. */
  SourceFile find(StanToken directive) {
    String name = nameOf(directive);
    Path path =
        locate(name)
            .orElseThrow(
                () -> DiagnosticException.of(ErrorCode.INCLUDE_NOT_FOUND, directive.span(), name));
    refuseRecursion(path, name, directive.span());
    try {
      return SourceFile.included(path.toString(), Files.readString(path), directive.span());
    } catch (IOException failure) {
      throw DiagnosticException.of(
          ErrorCode.INCLUDE_UNREADABLE,
          directive.span(),
          name,
          String.valueOf(failure.getMessage()));
    }
  }

  /** The rest of the directive, without quotes or angle brackets. */
  private static String nameOf(StanToken directive) {
    String name = directive.getText().substring(DIRECTIVE.length()).strip();
    boolean quoted = name.matches("\".*\"|<.*>") && name.length() > 1;
    return quoted ? name.substring(1, name.length() - 1) : name;
  }

  /** A name that starts with a slash is taken below the directory too, as in stanc. */
  private Optional<Path> locate(String name) {
    String below = name.replaceFirst("^/+", "");
    try {
      return directories.stream()
          .map(directory -> directory.resolve(below))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static void refuseRecursion(Path path, String name, Span directive) {
    Optional<Span> from = Optional.of(directive);
    while (from.isPresent()) {
      SourceFile file = from.get().file();
      if (Path.of(file.name()).toAbsolutePath().equals(path.toAbsolutePath())) {
        throw DiagnosticException.of(ErrorCode.INCLUDE_RECURSIVE, directive, name);
      }
      from = file.includedFrom();
    }
  }
}
