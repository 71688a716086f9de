package org.stanj.stdlib.linalg;

/**
 * The choice between the forms of the inner loops.
 *
 * <p>Small sizes have a form of their own; sizes alone decide that. For others there is a scalar
 * and a vector form, which give the same bits, so it does not matter when {@link LoopChoice}
 * changes from one to the other, and threads need not agree on it.
 */
final class Loops {
  /** Up to so many multiplications, a product is done before any preparation has paid. */
  static final int FEW = 300;

  /** Shorter columns are not worth a vector. */
  private static final int SHORT = 8;

  /** Shorter sums are not worth lanes, which must be added in the end. */
  private static final int SHORT_SUM = 16;

  private static final InnerLoops SMALL = new SmallLoops();
  private static final LoopChoice PRODUCTS = new LoopChoice(LoopSamples::products);
  private static final LoopChoice COLUMNS = new LoopChoice(LoopSamples::columns);
  private static final LoopChoice DOTS = new LoopChoice(LoopSamples::dots);

  private Loops() {}

  /** The form for a product of so many multiplications. */
  static InnerLoops product(long multiplications) {
    return multiplications <= FEW ? SMALL : PRODUCTS.take(multiplications);
  }

  /** The form for loops down columns of m elements. */
  static InnerLoops columns(int m, long multiplications) {
    return m < SHORT ? SMALL : COLUMNS.take(multiplications);
  }

  /** The form for sums of m terms. */
  static InnerLoops dots(int m, long multiplications) {
    return m < SHORT_SUM ? SMALL : DOTS.take(multiplications);
  }
}
