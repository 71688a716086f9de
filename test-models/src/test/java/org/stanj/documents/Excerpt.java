package org.stanj.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a listing that a marker asks for.
 *
 * @param function only the function or method of this name
 * @param from from the first line that contains this; alone it means that line and, if it opens
 *     braces, all up to the line that closes them
 * @param to up to the first line at or after that contains this
 */
record Excerpt(Optional<String> function, Optional<String> from, Optional<String> to) {
  List<String> of(List<String> lines) {
    List<String> within = function.map(name -> function(lines, name)).orElse(lines);
    if (from.isEmpty()) {
      return within;
    }
    int first = find(within, 0, from.get());
    int last = to.isPresent() ? find(within, first, to.get()) : closing(within, first);
    return unindented(within.subList(first, last + 1));
  }

  /** Core functions end with a brace in the first column, methods of bytecode with a blank line. */
  private static List<String> function(List<String> lines, String name) {
    int first = 0;
    while (!lines.get(first).matches("(  )?[\\w\\[\\]]+ " + Pattern.quote(name) + "\\(.*")) {
      first++;
      if (first == lines.size()) {
        throw new IllegalArgumentException("no function " + name);
      }
    }
    int last = first;
    while (last < lines.size() && !lines.get(last).isBlank()) {
      last++;
    }
    return lines.subList(first, last);
  }

  private static int find(List<String> lines, int start, String text) {
    for (int i = start; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no line contains " + text);
  }

  private static int closing(List<String> lines, int first) {
    int i = first;
    String indent = " ".repeat(indent(lines.get(first)));
    if (lines.get(first).replaceFirst(" // .*$", "").endsWith("{")) {
      while (!lines.get(i).equals(indent + "}")) {
        i++;
      }
    }
    return i;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static List<String> unindented(List<String> lines) {
    int least = lines.stream().mapToInt(Excerpt::indent).min().orElse(0);
    List<String> out = new ArrayList<>();
    lines.forEach(line -> out.add(line.substring(least)));
    return out;
  }
}
