package org.stanj;

import org.jspecify.annotations.Nullable;

/**
 * Data, initial values or a point that do not fit: a variable is absent, of another type or size
 * than declared, or violates a constraint of the data block. The message names the variable, its
 * sizes as declared and as found, and the place of its declaration.
 */
public final class InputException extends StanException {
  private static final long serialVersionUID = 1L;

  InputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A vector of the wrong length. */
  static InputException length(String what, int found, int expected) {
    return new InputException(
        what + " has " + found + " elements, but " + expected + " are expected", null);
  }
}
