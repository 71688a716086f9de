package org.stanj.stdlib.abi;

/**
 * Density zero or an error at this point: the proposal is rejected, or the run ends, by {@link
 * Kind}.
 *
 * <p>It has no stack trace: filling one allocates, and frames of emitted classes mean nothing to a
 * user. The Stan location is a location id that the model turns into text (see {@code
 * GeneratedModel}).
 */
public final class RejectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the thrower means: decides whether a sampler may go on. */
  public enum Kind {
    /** An argument outside its domain, or {@code reject()}: the sampler rejects the proposal. */
    DOMAIN,
    /** An index out of range: in Stan also an exception that rejects the proposal. */
    INDEX,
    /** Sizes that do not match. */
    SIZE,
    /** {@code fatal_error()}: the run ends. */
    FATAL
  }

  private final Kind kind;
  private final String where;

  public RejectException(Kind kind, String message) {
    this(kind, message, "");
  }

  /**
   * @param where text such as {@code (in 'm.stan', line 9, column 2 to column 30)}, or empty if not
   *     known yet
   */
  public RejectException(Kind kind, String message, String where) {
    super(message, null, false, false);
    this.kind = kind;
    this.where = where;
  }

  public Kind kind() {
    return kind;
  }

  public String where() {
    return where;
  }

  /** The same rejection with its place, unless it has one. */
  public RejectException at(String place) {
    return where.isEmpty() ? new RejectException(kind, super.getMessage(), place) : this;
  }

  /** The message followed by the place, as CmdStan prints it after {@code Exception: }. */
  @Override
  public String getMessage() {
    return where.isEmpty() ? super.getMessage() : super.getMessage() + " " + where;
  }

  /** Thrown by library methods for an argument outside its domain. */
  public static RejectException domain(String message) {
    return new RejectException(Kind.DOMAIN, message);
  }

  /** Thrown by library methods for sizes that do not fit. */
  public static RejectException size(String message) {
    return new RejectException(Kind.SIZE, message);
  }
}
