package org.stanj.compiler.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the lines of all files of a program: the file that the user named from 1, behind its
 * last line the included ones, one after the other. So the numbers of a program without {@code
 * #include} are its lines. A program of more than {@link #MOST} lines has none.
 */
public final class LineNumbers {
  /** No line of any program. */
  public static final LineNumbers NONE = new LineNumbers(List.of());

  /** The greatest number: class files have room for twice as many. */
  public static final int MOST = 30_000;

  private final List<SourceFile> files;
  private final Map<SourceFile, Integer> before = new HashMap<>();
  private final boolean few;

  private LineNumbers(List<SourceFile> files) {
    this.files = List.copyOf(files);
    int lines = 0;
    for (SourceFile file : files) {
      before.put(file, lines);
      lines += file.lineCount();
    }
    few = lines <= MOST;
  }

  /** The numbers of a program's lines. */
  public static LineNumbers of(SourceFile file, List<SourceFile> included) {
    List<SourceFile> all = new ArrayList<>();
    all.add(file);
    all.addAll(included);
    return new LineNumbers(all);
  }

  /** The files in the order of their numbers; none where lines have no numbers. */
  public List<SourceFile> files() {
    return few ? files : List.of();
  }

  /** The number of the line on which the span starts; 0 if it is of no file of the program. */
  public int of(Span span) {
    Integer first = before.get(span.file());
    return few && first != null ? first + span.startLine() : 0;
  }
}
