package org.stanj.compiler.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a prelude file into entries. Works by lines: doc and attribute lines start with {@code /}
 * and {@code @}, a header starts with anything else in column 0, a body ends with a brace in column
 * 0. It is plain loops over bytes because it runs at every compilation before the JIT does.
 */
final class EntryScanner {
  private static final String KERNEL = "kernel ";
  private static final String TUPLE = "tuple(";

  private final PreludeFile file;
  private final List<Entry> entries = new ArrayList<>();
  private int at;
  private int attributesAt = -1;

  private EntryScanner(PreludeFile file) {
    this.file = file;
  }

  static List<Entry> scan(PreludeFile file) {
    EntryScanner scanner = new EntryScanner(file);
    while (scanner.at < file.length()) {
      scanner.line();
    }
    return scanner.entries;
  }

  private void line() {
    byte first = file.at(at);
    if (first == '\n' || first == '\r') {
      attributesAt = -1;
      at = file.lineEnd(at) + 1;
    } else if (first == '/' || first == '@') {
      if (attributesAt < 0) {
        attributesAt = at;
      }
      int kernel = first == '@' ? kernelAfterAttribute() : -1;
      if (kernel < 0) {
        at = file.lineEnd(at) + 1;
      } else {
        at = kernel;
        entry();
      }
    } else {
      entry();
    }
  }

  /** Where a kernel starts on the line of its attribute; -1 if it does not. */
  private int kernelAfterAttribute() {
    int blank =
        file.has("@constant ", at)
            ? 9
            : file.has("@random ", at) || file.has("@scalar ", at) ? 7 : 0;
    int start = at + blank + 1;
    return blank > 0 && file.has(KERNEL, start) ? start : -1;
  }

  private void entry() {
    boolean kernel = file.has(KERNEL, at);
    int header = kernel ? at + KERNEL.length() : at;
    int open = position(file.has(TUPLE, header) ? position(header, ')') : header, '(');
    int headerEnd = headerEnd(open);
    int end = file.at(headerEnd) == '{' ? bodyEnd(headerEnd) : headerEnd;
    int attributes = attributesAt < 0 ? at : attributesAt;
    entries.add(
        new Entry(name(header, open, kernel), kernel, file, attributes, header, headerEnd, end));
    attributesAt = -1;
    at = file.lineEnd(end) + 1;
  }

  private int position(int from, char sign) {
    int i = from;
    while (file.at(i) != sign) {
      i++;
    }
    return i;
  }

  /** The position of the brace or semicolon behind a header. */
  private int headerEnd(int from) {
    boolean quoted = false;
    int i = from;
    while (quoted || (file.at(i) != '{' && file.at(i) != ';')) {
      quoted ^= file.at(i) == '"';
      i++;
    }
    return i;
  }

  /** Behind the brace in column 0, or on the same line behind a body of one line. */
  private int bodyEnd(int from) {
    int end = file.lineEnd(from);
    if (file.at(end - 1) == '}') {
      return end;
    }
    while (file.at(end + 1) != '}') {
      end = file.lineEnd(end + 1);
    }
    return end + 2;
  }

  private String name(int start, int open, boolean kernel) {
    int from = open;
    while (from > start && isNamePart(file.at(from - 1), kernel)) {
      from--;
    }
    String name = file.text(from, open);
    return kernel ? name.replace('.', '_') : name;
  }

  private static boolean isNamePart(byte b, boolean kernel) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || (kernel && b == '.');
  }
}
