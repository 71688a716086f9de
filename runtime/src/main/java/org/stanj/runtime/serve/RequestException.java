package org.stanj.runtime.serve;

/** A request that cannot be answered; the answer tells the message. It has no stack trace. */
final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;

  private RequestException(String kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** Of a line that is no request. */
  static RequestException request(String message) {
    return new RequestException("request", message);
  }

  /** Of a point or values that do not fit the model. */
  static RequestException input(String message) {
    return new RequestException("input", message);
  }

  /** The first word of the answer's error. */
  String kind() {
    return kind;
  }
}
