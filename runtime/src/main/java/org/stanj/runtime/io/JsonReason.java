package org.stanj.runtime.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.util.List;

/** What is wrong with a JSON text, in the words that users of CmdStan know. */
final class JsonReason {
  private static final String INVALID = "Invalid value.";
  private static final String NO_NAME = "Missing a name for object member.";

  /** A part of the parser's description, and what users read instead. */
  private record Rule(String part, String reason) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("Decimal point not followed", "Missing fraction part in number."),
          new Rule("Exponent indicator not followed", "Missing exponent in number."),
          new Rule("hex-digit", "Incorrect hex digit after \\u escape in string."),
          new Rule("character escape", "Invalid escape character in string."),
          new Rule("unquoted character", "Invalid encoding in string."),
          new Rule("end-of-input in VALUE_STRING", "Missing a closing quotation mark in string."),
          new Rule("end-of-input in field name", "Missing a closing quotation mark in string."),
          new Rule("colon", "Missing a colon after a name of object member."),
          new Rule("field name", NO_NAME));

  private JsonReason() {}

  /**
   * The reason why a parser stopped.
   *
   * @param message the parser's own
   * @param empty whether no variable was read before
   */
  static String of(JsonParser parser, String message, boolean empty) {
    if (parser.getParsingContext().inRoot()) {
      return empty && parser.currentToken() == null
          ? INVALID
          : "The document root must not be followed by other values.";
    }
    return RULES.stream()
        .filter(rule -> message.contains(rule.part()))
        .map(Rule::reason)
        .findFirst()
        .orElseGet(() -> structural(parser, message));
  }

  private static String structural(JsonParser parser, String message) {
    boolean inObject = parser.getParsingContext().inObject();
    JsonToken last = parser.currentToken();
    if (message.contains("end-of-input")) {
      boolean opened = last == JsonToken.START_OBJECT || last == JsonToken.START_ARRAY;
      if (opened || message.contains("within/between")) {
        return inObject && last != JsonToken.FIELD_NAME ? NO_NAME : INVALID;
      }
    } else if (List.of("separate", "close marker", "Leading zeroes").stream()
        .noneMatch(message::contains)) {
      return INVALID;
    }
    return inObject
        ? "Missing a comma or '}' after an object member."
        : "Missing a comma or ']' after an array element or found a zero padded number.";
  }
}
