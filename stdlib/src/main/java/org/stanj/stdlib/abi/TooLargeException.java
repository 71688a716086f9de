package org.stanj.stdlib.abi;

/** Something needs more elements than an array of Java's can have; the message is for the user. */
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is said of containers. */
  public static final String CONTAINER =
      "a container has more elements than the 2147483647 that fit into one";

  public TooLargeException(String message) {
    super(message);
  }
}
