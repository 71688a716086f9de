package org.stanj.runtime.chains;

/**
 * Receives the console output of one chain. Calls come from the chain's thread, one at a time; logs
 * of different chains are used at the same time, so what they share must be safe.
 */
public interface ChainLog {
  /**
   * A line for standard output, also the program's {@code print}; or several, joined by line ends,
   * that belong together.
   */
  void info(String line);

  /**
   * What CmdStan says of each chain's speed, on standard output: one line, or several that belong
   * together.
   */
  default void timing(String line) {
    info(line);
  }

  /** A line for standard error, or several that belong together. */
  void error(String line);

  /**
   * Every iteration, before it runs: the log decides what to show (see {@link Progress#isDue} and
   * {@link Progress#line}).
   */
  void progress(Progress progress);
}
