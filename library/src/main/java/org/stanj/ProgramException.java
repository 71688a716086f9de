package org.stanj;

import org.jspecify.annotations.Nullable;

/**
 * A Stan program that cannot be compiled. The message is the compiler's, with file, line, column
 * and an excerpt of the program.
 */
public final class ProgramException extends StanException {
  private static final long serialVersionUID = 1L;

  ProgramException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
