package org.stanj.compiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stanj.compiler.source.SourceFile;

/** A position that moves through the text of one file. */
final class Cursor {
  private static final Pattern FILE_NAME =
      Pattern.compile("\\s+(\"[^\"\r\n]*\"?|<[^>\r\n]*>?|[^\\s\"<]\\S*)");

  private final SourceFile file;
  private final String text;
  private int at;
  private int line = 1;
  private int column;

  Cursor(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  boolean atEnd() {
    return at >= text.length();
  }

  TextPosition place() {
    return TextPosition.of(file, line, column);
  }

  boolean sees(String what) {
    return text.startsWith(what, at);
  }

  boolean seesDirective() {
    return sees("#include")
        && at + 8 < text.length()
        && Character.isWhitespace(text.charAt(at + 8));
  }

  boolean seesWord() {
    return Character.isLetterOrDigit(text.charAt(at));
  }

  /** Moves over characters; columns count code points. */
  void skip(int characters) {
    for (int i = 0; i < characters && !atEnd(); i++) {
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
        column = 0;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
  }

  /** A name or a number, with the sign of its exponent. */
  String takeWord() {
    int end = at;
    boolean number = Character.isDigit(text.charAt(at));
    while (end < text.length() && continues(end, number)) {
      end++;
    }
    String word = text.substring(at, end);
    skip(end - at);
    return word;
  }

  private boolean continues(int i, boolean number) {
    char c = text.charAt(i);
    if (Character.isLetterOrDigit(c) || c == '_') {
      return true;
    }
    if (!number) {
      return false;
    }
    boolean sign = (c == '+' || c == '-') && i > at && "eE".indexOf(text.charAt(i - 1)) >= 0;
    boolean operator = i + 1 < text.length() && "*/^".indexOf(text.charAt(i + 1)) >= 0;
    return sign || (c == '.' && !operator);
  }

  void skipString() {
    int close = text.indexOf('"', at + 1);
    skip((close < 0 ? text.length() : close + 1) - at);
  }

  /** The name of a file behind white space, without the quotes that only one with blanks needs. */
  String takeFileName() {
    Matcher matcher = FILE_NAME.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new IllegalStateException("no file name"); // the parser has found one
    }
    skip(matcher.end() - at);
    String name = matcher.group(1);
    String bare = name.replaceFirst("^[\"<](.*)[\">]$", "$1");
    return bare.matches("\\S+") ? bare : name;
  }

  /** The rest of the line; the cursor stays before the line break. */
  String takeLine() {
    int feed = text.indexOf('\n', at);
    int end = feed < 0 ? text.length() : feed;
    String rest = text.substring(at, end);
    skip(end - at);
    return rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest;
  }

  /** The lines up to a mark; the cursor moves behind it. */
  List<String> takeUntil(String mark) {
    int found = text.indexOf(mark, at);
    int end = found < 0 ? text.length() : found;
    List<String> lines = new ArrayList<>(List.of(text.substring(at, end).split("\r?\n", -1)));
    skip(end - at + mark.length());
    return lines;
  }
}
