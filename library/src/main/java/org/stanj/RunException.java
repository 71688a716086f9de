package org.stanj;

import org.jspecify.annotations.Nullable;

/** Chains or a climb that could not start, or ended with an error; the message says why. */
public final class RunException extends StanException {
  private static final long serialVersionUID = 1L;

  RunException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
