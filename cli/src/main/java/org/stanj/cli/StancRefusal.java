package org.stanj.cli;

import java.util.Locale;

/** A stanc command line is wrong; the message is all the user needs. It has no stack trace. */
final class StancRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String told;

  /** The message is a format for the words in question. */
  StancRefusal(String format, Object... words) {
    super(String.format(Locale.ROOT, format, words), null, false, false);
    told = String.format(Locale.ROOT, format, words);
  }

  /** The message with stanc's way to further help. */
  String told() {
    return "stanc: "
        + told
        + "\nUsage: stanc [OPTION]… [MODEL_FILE]\nTry 'stanc --help' for more information.";
  }
}
