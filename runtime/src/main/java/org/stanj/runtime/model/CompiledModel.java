package org.stanj.runtime.model;

import org.stanj.stdlib.abi.PrintSink;

/** A compiled program without data. */
public interface CompiledModel {
  ModelInfo info();

  /** The lines of the program; {@link SourceLines#NONE} where they are not known. */
  default SourceLines lines() {
    return SourceLines.NONE;
  }

  /**
   * Reads the data and runs the transformed data block, whose prints go to standard output.
   *
   * @param seed of the stream that random numbers in transformed data use: the same for all chains
   * @throws DataException if the data do not fit
   * @throws org.stanj.stdlib.abi.RejectException if a constraint is violated or the block rejects
   */
  default Model bind(DataContext data, long seed) {
    return bind(data, seed, PrintSink.STANDARD_OUT);
  }

  /**
   * The same with another destination of prints.
   *
   * @param prints receives what the transformed data block prints
   */
  Model bind(DataContext data, long seed, PrintSink prints);
}
