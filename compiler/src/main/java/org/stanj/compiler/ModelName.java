package org.stanj.compiler;

import java.nio.charset.StandardCharsets;

/** The name that stanc gives a model. */
public final class ModelName {
  private static final String SUFFIX = "_model";

  private ModelName() {}

  /**
   * The name of the model in a file: its stem with {@code _model} behind it. A hyphen becomes an
   * underscore, another byte (of UTF-8) that no name may have {@code x} and its number, and a digit
   * at the start gets an underscore in front.
   *
   * @param stem the file's name without folder and suffix
   */
  public static String of(String stem) {
    StringBuilder name = new StringBuilder();
    for (byte b : stem.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean legal = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
      if (name.length() == 0 && legal && Character.isDigit(c)) {
        name.append('_');
      }
      if (legal) {
        name.append(c);
      } else {
        name.append(c == '-' ? "_" : "x" + (int) c);
      }
    }
    return name + SUFFIX;
  }
}
