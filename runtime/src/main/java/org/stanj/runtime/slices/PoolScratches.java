package org.stanj.runtime.slices;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Scratch;

/** The working memory of each helper for one model: made when first needed, used by it alone. */
final class PoolScratches {
  private final Supplier<Scratch> source;
  private final @Nullable Scratch[] made;

  /**
   * @param source gives scratches whose own sums run one after the other
   */
  PoolScratches(Supplier<Scratch> source, int helpers) {
    this.source = source;
    made = new Scratch[helpers];
  }

  /** That of a helper, from 0; only this helper may ask. */
  Scratch of(int helper) {
    Scratch scratch = made[helper];
    if (scratch == null) {
      scratch = source.get();
      made[helper] = scratch;
    }
    return scratch;
  }
}
