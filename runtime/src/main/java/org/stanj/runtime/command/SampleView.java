package org.stanj.runtime.command;

import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.model.Model;

/**
 * Shows a sample run in its own way: it takes the place of CmdStan's echo and progress lines, and
 * sees all draws. Files are written beside it only where {@code output file=} asks for them.
 */
public interface SampleView {
  /** Chains that a view gets if {@code num_chains} is not given. */
  int CHAINS = 4;

  /**
   * A run whose data have been read.
   *
   * @param model with its data
   * @param settings of all chains
   * @param chains their number
   * @param firstId id of the first chain; the next ones follow
   * @param seed of the run, also where the user gave none
   * @param head what files of the run say of it
   */
  record Start(
      Model model, SampleSettings settings, int chains, int firstId, long seed, CsvHead head) {}

  /** Called once, before the others. */
  void start(Start start);

  /** Where the lines and the progress of a chain go; chains count from 0. */
  ChainLog log(int chain);

  /** Receives the draws of a chain. */
  DrawSink sink(int chain);
}
