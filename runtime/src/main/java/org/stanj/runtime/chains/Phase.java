package org.stanj.runtime.chains;

/** The two parts of a chain. */
public enum Phase {
  WARMUP("Warmup"),
  SAMPLING("Sampling");

  private final String title;

  Phase(String title) {
    this.title = title;
  }

  /** As in progress lines. */
  public String title() {
    return title;
  }
}
