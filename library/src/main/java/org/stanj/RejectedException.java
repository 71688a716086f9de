package org.stanj;

import org.stanj.stdlib.abi.RejectException;

/**
 * The program rejects a point: an argument is outside its domain, {@code reject} or {@code
 * fatal_error} was called, or an index is out of range. The message has the place in the program.
 */
public final class RejectedException extends StanException {
  private static final long serialVersionUID = 1L;

  private final boolean recoverable;

  RejectedException(RejectException cause) {
    super(String.valueOf(cause.getMessage()), cause);
    recoverable = cause.kind() == RejectException.Kind.DOMAIN;
  }

  /**
   * Whether a sampler may go on elsewhere, with density zero here. If not, the program is wrong: an
   * index or a size, or it said {@code fatal_error}.
   */
  public boolean isRecoverable() {
    return recoverable;
  }
}
