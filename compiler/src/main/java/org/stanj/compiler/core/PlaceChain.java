package org.stanj.compiler.core;

/** Stan places of a statement that was written out for a call: its own, then that of the call. */
public final class PlaceChain {
  /** What parts the places; {@code RejectException} parts them so, too. */
  private static final String BETWEEN = "\t";

  private PlaceChain() {}

  /** The places of {@code inner}, seen from a call at {@code outer}; either may be empty. */
  public static String join(String inner, String outer) {
    return inner.isEmpty() || outer.isEmpty() ? inner + outer : inner + BETWEEN + outer;
  }
}
