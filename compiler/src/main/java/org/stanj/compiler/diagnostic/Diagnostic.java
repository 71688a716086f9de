package org.stanj.compiler.diagnostic;

import java.util.List;
import org.stanj.compiler.source.Span;

/**
 * One error or warning about a user's program.
 *
 * @param code what is wrong
 * @param span where
 * @param arguments the texts for the placeholders of the code's message, in their order
 */
public record Diagnostic(ErrorCode code, Span span, List<String> arguments) {
  /** Checks that the number of arguments is what the message needs. */
  public Diagnostic {
    arguments = List.copyOf(arguments);
    if (arguments.size() != code.placeholders()) {
      throw new IllegalArgumentException(
          code + " takes " + code.placeholders() + " arguments, not " + arguments.size());
    }
  }

  /** A diagnostic from its parts. */
  public static Diagnostic of(ErrorCode code, Span span, String... arguments) {
    return new Diagnostic(code, span, List.of(arguments));
  }

  /** The message text, without position or excerpt; may have several lines. */
  public String message() {
    String text = code.template();
    StringBuilder out = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      out.append(text, from, open);
      out.append(arguments.get(Integer.parseInt(text.substring(open + 1, close))));
      from = close + 1;
    }
    return out.append(text, from, text.length()).toString();
  }
}
