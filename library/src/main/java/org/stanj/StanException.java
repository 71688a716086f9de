package org.stanj;

import org.jspecify.annotations.Nullable;

/** What all exceptions of the library have in common; the message is for the user as it stands. */
public abstract sealed class StanException extends RuntimeException
    permits ProgramException, InputException, RejectedException, RunException {
  private static final long serialVersionUID = 1L;

  StanException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
