package org.stanj.runtime.mpi;

/** What messages are told apart by. */
final class Tags {
  /** A rank tells rank 0 who it is: an {@link Identity}. */
  static final int GREETING = 1;

  /** Rank 0 asks to bind: {@link Terms}. */
  static final int TERMS = 2;

  /** A rank has bound: the unconstrained size, and what went wrong or an empty text. */
  static final int BOUND = 3;

  /** Rank 0 asks to end. */
  static final int END = 4;

  /** Rank 0 asks for the times of profile blocks, and a rank tells them: {@link ProfileRows}. */
  static final int PROFILES = 5;

  /** The first tag of an exchange: work one way, a {@link Reply} and its texts the other. */
  static final int EXCHANGE = 16;

  private Tags() {}
}
