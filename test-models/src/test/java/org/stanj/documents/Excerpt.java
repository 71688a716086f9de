package org.stanj.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a listing that a marker asks for.
 *
 * @param function only the function or method of this name, or a piece of it
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

  /**
   * The function of a name, or the piece of it that has the first line. Core functions end with a
   * brace in the first column, methods of bytecode with a blank line.
   */
  private List<String> function(List<String> lines, String name) {
    Pattern head = Pattern.compile("(  )?[\\w\\[\\]]+ " + name + "(\\$\\d+)?\\(.*");
    for (int first = 0; first < lines.size(); first++) {
      if (head.matcher(lines.get(first)).matches()) {
        List<String> whole = lines.subList(first, end(lines, first));
        if (from.isEmpty() || whole.stream().anyMatch(line -> line.contains(from.get()))) {
          return whole;
        }
      }
    }
    throw new IllegalArgumentException("no function " + name + " with " + from);
  }

  private static int end(List<String> lines, int first) {
    int last = first;
    while (last < lines.size() && !lines.get(last).isBlank()) {
      last++;
    }
    return last;
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
