package org.stanj.cli;

import java.util.ArrayList;
import java.util.List;

/** Splits text into words as a shell does: at blanks that are not quoted or behind a backslash. */
final class ShellWords {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean open;

  private ShellWords(String text) {
    this.text = text;
  }

  static List<String> split(String text) {
    ShellWords shell = new ShellWords(text);
    shell.read();
    return List.copyOf(shell.words);
  }

  private void read() {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
        if (quote != 0) {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        open = true;
      } else if (c == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
        open = true;
      } else if (Character.isWhitespace(c)) {
        end();
      } else {
        word.append(c);
        open = true;
      }
    }
    end();
  }

  private void end() {
    if (open) {
      words.add(word.toString());
      word.setLength(0);
      open = false;
    }
  }
}
