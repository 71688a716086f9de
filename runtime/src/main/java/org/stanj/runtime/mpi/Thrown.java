package org.stanj.runtime.mpi;

import org.jspecify.annotations.Nullable;

/** What was thrown while something else had to be brought to its end first. */
final class Thrown {
  private Thrown() {}

  /** Throws it, if there is anything. */
  static void rethrow(@Nullable Throwable thrown) {
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }
}
