package org.stanj.runtime.optimize;

/** Why a climb ended. */
public enum Termination {
  OBJECTIVE("Convergence detected: absolute change in objective function was below tolerance"),
  GRADIENT("Convergence detected: gradient norm is below tolerance"),
  PARAMETERS("Convergence detected: absolute parameter change was below tolerance"),
  ITERATIONS("Maximum number of iterations hit, may not be at an optima"),
  RELATIVE_OBJECTIVE(
      "Convergence detected: relative change in objective function was below tolerance"),
  RELATIVE_GRADIENT("Convergence detected: relative gradient magnitude is below tolerance"),
  LINE_SEARCH("Line search failed to achieve a sufficient decrease, no more progress can be made");

  private final String message;

  Termination(String message) {
    this.message = message;
  }

  /** CmdStan's words for it. */
  public String message() {
    return message;
  }

  /** Whether the last point is no worse than what was asked for. */
  public boolean isSuccess() {
    return this != LINE_SEARCH;
  }
}
