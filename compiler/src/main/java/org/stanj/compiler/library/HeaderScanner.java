package org.stanj.compiler.library;

import java.util.ArrayList;
import java.util.List;

/** Reads the words and signs of a header, one after the other. */
final class HeaderScanner {
  private final Entry entry;
  private final String text;
  private int at;

  HeaderScanner(Entry entry) {
    this.entry = entry;
    this.text = entry.header();
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** Whether the given sign comes next; if so, it is read. */
  boolean accept(String sign) {
    skipBlanks();
    if (text.startsWith(sign, at)) {
      at += sign.length();
      return true;
    }
    return false;
  }

  void expect(String sign) {
    if (!accept(sign)) {
      throw entry.malformed("expected " + sign + " before: " + text.substring(at));
    }
  }

  String word() {
    skipBlanks();
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw entry.malformed("expected a word before: " + text.substring(at));
    }
    return text.substring(start, at);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  /** A type, in one spelling: {@code array[,] real}, {@code like x}, {@code data real}. */
  String type() {
    String word = word();
    if (word.equals("array")) {
      expect("[");
      int commas = 0;
      while (accept(",")) {
        commas++;
      }
      expect("]");
      return "array[" + ",".repeat(commas) + "] " + word();
    }
    if (word.equals("tuple")) {
      return "tuple(" + String.join(", ", members()) + ")";
    }
    if (word.equals(FunctionType.FUNCTION) && accept("(")) {
      return functionType().toString();
    }
    boolean prefix = word.equals("like") || word.equals("data") || word.equals("out");
    return prefix ? word + " " + type() : word;
  }

  private FunctionType functionType() {
    List<FunctionType.Slot> slots = new ArrayList<>();
    boolean variadic = false;
    while (!accept(")")) {
      if (accept(FunctionType.MORE)) {
        variadic = true;
      } else {
        String type = type();
        skipBlanks();
        String name = isWordPart(text.charAt(at)) ? word() : "";
        slots.add(new FunctionType.Slot(type, name, accept(FunctionType.PICKED)));
      }
      accept(",");
    }
    expect("=>");
    return new FunctionType(slots, variadic, type());
  }

  private List<String> members() {
    List<String> members = new ArrayList<>();
    expect("(");
    while (!accept(")")) {
      members.add(type());
      accept(",");
    }
    return members;
  }

  /** The text between {@code <} and {@code >}; empty if there is none. */
  String check() {
    if (!accept("<")) {
      return "";
    }
    int start = at;
    int depth = 0;
    while (depth > 0 || text.charAt(at) != '>') {
      char c = text.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return text.substring(start, at++).strip();
  }

  /** A string; empty if there is none. */
  String label() {
    if (!accept("\"")) {
      return "";
    }
    int close = text.indexOf('"', at);
    String label = text.substring(at, close);
    at = close + 1;
    return label;
  }

  /** The parameters between parentheses, either separator accepted. */
  List<LibraryFunction.Parameter> parameters() {
    List<LibraryFunction.Parameter> parameters = new ArrayList<>();
    expect("(");
    while (!accept(")")) {
      boolean more = accept(FunctionType.MORE);
      parameters.add(more ? rest(check()) : parameter(type(), check()));
      skipSeparators();
    }
    return parameters;
  }

  /** What a call passes on to the function that it passes. */
  private LibraryFunction.Parameter rest(String check) {
    String label = label();
    return new LibraryFunction.Parameter(FunctionType.MORE, "", label, label, check);
  }

  /** A label {@code a|b} is one for values and one for sizes. */
  private LibraryFunction.Parameter parameter(String type, String check) {
    String name = word();
    String label = label();
    int bar = label.indexOf('|');
    String ofValues = bar < 0 ? label : label.substring(0, bar);
    return new LibraryFunction.Parameter(type, name, ofValues, label.substring(bar + 1), check);
  }

  private void skipSeparators() {
    boolean more = true;
    while (more) {
      more = accept(",") || accept("|");
    }
  }
}
