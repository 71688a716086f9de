package org.stanj.compiler.format;

/** What the formatter may change beyond blanks and line breaks. */
public enum Canonical {
  /** Deprecated functions get their present names. */
  DEPRECATIONS("deprecations"),
  /** Parentheses that change nothing go, those that help reading come. */
  PARENTHESES("parentheses"),
  /** Bodies of loops and branches get braces. */
  BRACES("braces"),
  /** Included files are written out. */
  INCLUDES("includes"),
  /** Comments go. */
  STRIP_COMMENTS("strip-comments");

  private final String word;

  Canonical(String word) {
    this.word = word;
  }

  /** How the option is written. */
  public String word() {
    return word;
  }
}
