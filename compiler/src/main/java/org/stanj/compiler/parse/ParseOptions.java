package org.stanj.compiler.parse;

import java.nio.file.Path;
import java.util.List;

/**
 * How a program is read.
 *
 * @param strict whether old syntax is an error; otherwise it is accepted with one warning for each
 *     form
 * @param includePaths where {@code #include} looks for files, in this order
 */
public record ParseOptions(boolean strict, List<Path> includePaths) {
  public ParseOptions {
    includePaths = List.copyOf(includePaths);
  }

  /** Accepts old syntax, includes nothing. */
  public static ParseOptions lenient() {
    return new ParseOptions(false, List.of());
  }
}
