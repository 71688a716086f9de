package org.stanj.runtime.chains;

/** The run is to stop in the midst of a transition. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("stopped", null, false, false);
  }
}
