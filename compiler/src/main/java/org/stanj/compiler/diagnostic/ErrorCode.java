package org.stanj.compiler.diagnostic;

/**
 * The catalogue of everything the compiler says about a program. A message says what was found,
 * what was expected and, where there is one, the remedy; <code>{0}</code>, <code>{1}</code> ...
 * stand for the arguments of the diagnostic. Each constant has a test of its rendered text.
 */
public enum ErrorCode {
  // Lexing and parsing.
  /** 0 what was found, 1 what was expected. */
  UNEXPECTED_TOKEN(Kind.PARSING, "Found {0} but expected {1}."),

  // Old syntax, accepted with a warning.
  /** 0 the modern way to write it. */
  OLD_ARRAY_SYNTAX(
      Kind.WARNING,
      "Brackets after the name or type to declare an array are old syntax. Write {0} instead.");

  private final Kind kind;
  private final String template;
  private final int placeholders;

  ErrorCode(Kind kind, String template) {
    this.kind = kind;
    this.template = template;
    int count = 0;
    while (template.contains("{" + count + "}")) {
      count++;
    }
    this.placeholders = count;
  }

  /** The stage that reports it; decides whether it is an error or a warning. */
  public Kind kind() {
    return kind;
  }

  /** The message with its placeholders. */
  String template() {
    return template;
  }

  /** How many arguments the message takes. */
  int placeholders() {
    return placeholders;
  }
}
