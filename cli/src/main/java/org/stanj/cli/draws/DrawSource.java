package org.stanj.cli.draws;

/** Draws by column. Thread-safe for readers. */
public interface DrawSource extends AutoCloseable {
  /**
   * All draws of a column by one chain, in their order; the caller only reads them.
   *
   * @param chain from 0
   * @param column from 0
   */
  double[] column(int chain, int column);

  /** Gives back what the draws were kept in. */
  @Override
  void close();
}
