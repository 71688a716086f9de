package org.stanj.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.lint.Advice;

/**
 * How a program is read and checked.
 *
 * @param includePaths where {@code #include} looks for files, in this order
 * @param strict whether forms that Stan has given up are errors, as in stanc; otherwise each is
 *     accepted with a warning
 * @param advice which warnings to give besides those that are always given
 * @param shownAs what messages call the program, if not by its path
 */
public record ReadOptions(
    List<Path> includePaths, boolean strict, Set<Advice> advice, Optional<String> shownAs) {
  /** Copies the collections. */
  public ReadOptions {
    includePaths = List.copyOf(includePaths);
    advice = Set.copyOf(advice);
  }

  /** Old forms are accepted, no advice is given, messages name the path. */
  public static ReadOptions lenient(List<Path> includePaths) {
    return new ReadOptions(includePaths, false, Set.of(), Optional.empty());
  }
}
