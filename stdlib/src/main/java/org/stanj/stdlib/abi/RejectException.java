package org.stanj.stdlib.abi;

/**
 * Density zero or an error at this point: the proposal is rejected, or the run ends, by {@link
 * Kind}.
 *
 * <p>It has no stack trace: filling one allocates, and frames of emitted classes mean nothing to a
 * user. Emitted code adds the Stan places while the exception passes through.
 */
public final class RejectException extends RuntimeException {
  /** What parts the places of a chain. */
  public static final char BETWEEN = '\t';

  private static final long serialVersionUID = 1L;

  /** What the thrower means: decides whether a sampler may go on. */
  public enum Kind {
    /** An argument outside its domain, or {@code reject()}: the sampler rejects the proposal. */
    DOMAIN,
    /** An index out of range: the run ends. */
    INDEX,
    /** Sizes that do not match: the run ends. */
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
   *     known yet; several, innermost first, are parted by {@link #BETWEEN}
   */
  public RejectException(Kind kind, String message, String where) {
    super(message, null, false, false);
    this.kind = kind;
    this.where = where;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * The same rejection, known to come through a place.
   *
   * @param place of the statement that was left; nothing is added where it is empty
   */
  public RejectException in(String place) {
    return place.isEmpty()
        ? this
        : new RejectException(kind, super.getMessage(), join(where, place));
  }

  /** Writes it for another process. */
  public void write(Parcel parcel) {
    parcel.put(kind.ordinal());
    parcel.put(super.getMessage());
    parcel.put(where);
  }

  /** The rejection that was written. */
  public static RejectException read(Parcel parcel) {
    Kind kind = Kind.values()[parcel.takeInt()];
    String message = parcel.takeText();
    return new RejectException(kind, message, parcel.takeText());
  }

  private static String join(String inner, String outer) {
    return inner.isEmpty() || outer.isEmpty() ? inner + outer : inner + BETWEEN + outer;
  }

  /**
   * The message and its places, as CmdStan prints them after {@code Exception: }: each place but
   * the outermost has put that word before the message once more.
   */
  @Override
  public String getMessage() {
    if (where.isEmpty()) {
      return super.getMessage();
    }
    long calls = where.chars().filter(c -> c == BETWEEN).count();
    return "Exception: ".repeat((int) calls)
        + super.getMessage()
        + " "
        + where.replace(BETWEEN, ' ');
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
