package org.stanj.runtime.hmc;

/** No reasonable step size exists at the initial position; the message is CmdStan's. */
public final class StepSizeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepSizeException(String message) {
    super(message);
  }
}
