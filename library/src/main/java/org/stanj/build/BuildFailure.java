package org.stanj.build;

/** A build that cannot be carried out; the message is for the user as it stands. */
public final class BuildFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BuildFailure(String message) {
    super(message);
  }
}
