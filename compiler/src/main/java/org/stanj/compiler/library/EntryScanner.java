package org.stanj.compiler.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a prelude file into entries. Works by lines: doc and attribute lines start with {@code /}
 * and {@code @}, a header starts with anything else in column 0, a body ends with a brace in column
 * 0.
 */
final class EntryScanner {
  private static final String KERNEL = "kernel ";

  private final String file;
  private final String text;
  private final List<Entry> entries = new ArrayList<>();
  private int at;
  private int attributesStart = -1;

  private EntryScanner(String file, String text) {
    this.file = file;
    this.text = text;
  }

  static List<Entry> scan(String file, String text) {
    EntryScanner scanner = new EntryScanner(file, text);
    while (scanner.at < text.length()) {
      scanner.line();
    }
    return scanner.entries;
  }

  private void line() {
    int end = lineEnd(at);
    char first = at < end ? text.charAt(at) : '\n';
    if (first == '\n' || first == '\r') {
      attributesStart = -1;
      at = end + 1;
    } else if (first == '/' || first == '@') {
      if (attributesStart < 0) {
        attributesStart = at;
      }
      int header = first == '@' ? headerAfterAttribute(end) : -1;
      at = header < 0 ? end + 1 : header;
      if (header >= 0) {
        entry();
      }
    } else {
      entry();
    }
  }

  /** Where a header starts on the line of an attribute without argument; -1 if it does not. */
  private int headerAfterAttribute(int end) {
    int kernel = text.indexOf(KERNEL, at);
    boolean marked = text.startsWith("@constant", at) || text.startsWith("@random", at);
    return marked && kernel >= 0 && kernel < end ? kernel : -1;
  }

  private void entry() {
    boolean kernel = text.startsWith(KERNEL, at);
    int start = kernel ? at + KERNEL.length() : at;
    int headerEnd = headerEnd(start);
    boolean hasBody = text.charAt(headerEnd) == '{';
    int end = headerEnd;
    if (hasBody) {
      int brace = text.indexOf("\n}", headerEnd);
      end = brace < 0 ? lineEnd(headerEnd) : brace + 2;
    }
    int attributes = attributesStart < 0 ? at : attributesStart;
    entries.add(
        new Entry(
            name(start, kernel),
            kernel,
            file,
            text.substring(attributes, at),
            text.substring(start, headerEnd),
            hasBody ? text.substring(headerEnd, end) : ""));
    attributesStart = -1;
    at = lineEnd(end) + 1;
  }

  /** The position of the brace or semicolon behind a header. */
  private int headerEnd(int start) {
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == ';')) {
        return i;
      }
    }
    throw new IllegalStateException(file + ": header without end: " + text.substring(start));
  }

  private String name(int start, boolean kernel) {
    int open = text.indexOf('(', start);
    int from = open;
    while (from > start && isNamePart(text.charAt(from - 1), kernel)) {
      from--;
    }
    String name = text.substring(from, open);
    return kernel ? name.replace('.', '_') : name;
  }

  private static boolean isNamePart(char c, boolean kernel) {
    return Character.isLetterOrDigit(c) || c == '_' || (kernel && c == '.');
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
