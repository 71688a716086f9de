package org.stanj.runtime.io;

/** A file that cannot be read or written as asked; the message is for the user as it stands. */
public final class FileProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FileProblem(String message) {
    super(message);
  }
}
