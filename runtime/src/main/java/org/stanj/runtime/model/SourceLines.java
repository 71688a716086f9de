package org.stanj.runtime.model;

import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * Where a line stands.
   *
   * @param file name of an included file; empty for the program's own
   * @param line in the file, from 1; 0 for no line
   * @param text of the line
   */
  public record Place(String file, int line, String text) {
    private static final Place NOWHERE = new Place("", 0, "");
  }

  /** The place of a number; 0 is nowhere. */
  public Place place(int number) {
    int before = 0;
    for (File file : files) {
      if (number > before && number <= before + file.lines().size()) {
        int line = number - before;
        String name = before == 0 ? "" : file.name();
        return new Place(name, line, file.lines().get(line - 1));
      }
      before += file.lines().size();
    }
    return Place.NOWHERE;
  }

  /**
   * All in one text: for each file a line with the number of its lines and its name, then those.
   */
  public String written() {
    StringBuilder text = new StringBuilder();
    for (File file : files) {
      String name = file.name().replaceAll("[\r\n]", " ");
      text.append(file.lines().size()).append(' ').append(name).append('\n');
      file.lines().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  /** What was {@link #written}. */
  public static SourceLines read(String written) {
    List<String> all = Arrays.asList(written.split("\n", -1));
    List<File> files = new ArrayList<>();
    // behind the last line feed is nothing
    for (int at = 0; at < all.size() - 1; ) {
      String[] head = all.get(at).split(" ", 2);
      int end = at + 1 + Integer.parseInt(head[0]);
      files.add(new File(head[1], all.subList(at + 1, end)));
      at = end;
    }
    return new SourceLines(files);
  }
}
