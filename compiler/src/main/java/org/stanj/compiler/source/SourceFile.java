package org.stanj.compiler.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of one Stan file under the name that messages show. Two source files are equal only if
 * they are the same object.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final Optional<Span> includedFrom;
  private final List<String> lines;

  private SourceFile(String name, String text, Optional<Span> includedFrom) {
    this.name = name;
    this.text = text;
    this.includedFrom = includedFrom;
    this.lines = split(text);
  }

  /** The file that the user named. */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text, Optional.empty());
  }

  /**
   * A file read because of an {@code #include} directive.
   *
   * @param includedFrom the directive, in the including file
   */
  public static SourceFile included(String name, String text, Span includedFrom) {
    return new SourceFile(name, text, Optional.of(includedFrom));
  }

  /** Lines end at a line feed; a carriage return before it belongs to the line break. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      boolean carriage = end > start && text.charAt(end - 1) == '\r';
      lines.add(text.substring(start, carriage ? end - 1 : end));
      start = end + 1;
    }
    return List.copyOf(lines);
  }

  /** The name to show in messages, as the user gave it. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The {@code #include} directive that brought this file in, if one did. */
  public Optional<Span> includedFrom() {
    return includedFrom;
  }

  /** The number of lines; a last line without a line break counts, an empty one does not. */
  public int lineCount() {
    return lines.size();
  }

  /** All lines without their line breaks. */
  public List<String> lines() {
    return lines;
  }

  /**
   * One line without its line break.
   *
   * @param line from 1; a line behind the end of the text is empty
   */
  public String line(int line) {
    return line <= lines.size() ? lines.get(line - 1) : "";
  }

  /** The empty span behind the last character. */
  public Span end() {
    int feed = text.lastIndexOf('\n');
    int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
    int column = text.codePointCount(feed + 1, text.length());
    return new Span(this, line, column, line, column);
  }

  @Override
  public String toString() {
    return name;
  }
}
