package org.stanj.compiler.format;

import java.util.Arrays;
import java.util.Optional;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;

/**
 * A position in a program that may consist of several files, ordered as a reader meets it who
 * follows every {@code #include}.
 */
final class TextPosition implements Comparable<TextPosition> {
  /** Line and column in the outermost file, then in the file included there, and so on. */
  private final int[] path;

  private TextPosition(int[] path) {
    this.path = path;
  }

  static TextPosition startOf(Span span) {
    return of(span.file(), span.startLine(), span.startColumn());
  }

  static TextPosition endOf(Span span) {
    return of(span.file(), span.endLine(), span.endColumn());
  }

  static TextPosition of(SourceFile file, int line, int column) {
    Optional<Span> from = file.includedFrom();
    int[] outer = from.isEmpty() ? new int[0] : startOf(from.get()).path;
    int[] path = Arrays.copyOf(outer, outer.length + 2);
    path[outer.length] = line;
    path[outer.length + 1] = column;
    return new TextPosition(path);
  }

  /** The line in the innermost file. */
  int line() {
    return path[path.length - 2];
  }

  /** The column in the innermost file. */
  int column() {
    return path[path.length - 1];
  }

  @Override
  public int compareTo(TextPosition other) {
    return Arrays.compare(path, other.path);
  }

  boolean isBefore(TextPosition other) {
    return compareTo(other) < 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextPosition place && Arrays.equals(path, place.path);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(path);
  }
}
