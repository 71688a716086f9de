package org.stanj.compiler.library;

import java.nio.charset.StandardCharsets;

/** The bytes of a prelude file. Most of it is never decoded, since few functions are used. */
final class PreludeFile {
  private final String name;
  private final byte[] bytes;

  /**
   * @param bytes in UTF-8; not copied, must not change
   */
  PreludeFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  String name() {
    return name;
  }

  int length() {
    return bytes.length;
  }

  byte at(int position) {
    return bytes[position];
  }

  /** The position of the next line break, or the end of the file. */
  int lineEnd(int from) {
    byte[] all = bytes;
    int at = from;
    while (at < all.length && all[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Whether the ASCII word stands at the position. */
  boolean has(String word, int position) {
    if (position + word.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[position + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The text from a position up to another. */
  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
