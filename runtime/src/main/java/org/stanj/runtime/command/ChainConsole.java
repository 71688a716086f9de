package org.stanj.runtime.command;

import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.Progress;

/**
 * The console lines of one chain.
 *
 * @param console shared by all chains
 * @param prefix of progress lines, e.g. {@code Chain [3] }, or empty
 * @param refresh iterations between progress lines; 0 for none
 */
record ChainConsole(Console console, String prefix, int refresh) implements ChainLog {
  @Override
  public void info(String line) {
    console.line(line);
  }

  @Override
  public void error(String line) {
    console.error(line);
  }

  @Override
  public void progress(Progress progress) {
    if (progress.isDue(refresh)) {
      console.line(prefix + progress.line());
    }
  }
}
