package org.stanj.runtime.model;

import java.util.List;

/**
 * The lines of a program's files, under the numbers that its class files give them: from 1, file
 * after file. Class files add {@link #REVERSE} to what belongs to the reverse sweep of a line.
 *
 * @param files in the order of their numbers; none where the program has too many lines
 */
public record SourceLines(List<File> files) {
  /** What the numbers of reverse sweeps have on top; greater than any number. */
  public static final int REVERSE = 30_000;

  /** A program of which no line is known. */
  public static final SourceLines NONE = new SourceLines(List.of());

  public SourceLines {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param name as messages show it
   * @param lines its text
   */
  public record File(String name, List<String> lines) {
    public File {
      lines = List.copyOf(lines);
    }
  }
}
