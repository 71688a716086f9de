package org.stanj.stdlib.linalg;

import java.util.function.Consumer;
import org.stanj.stdlib.simd.Fused;
import org.stanj.stdlib.simd.Rehearsal;

/**
 * The form of some of the inner loops: scalars, until vectors have been rehearsed and are faster.
 */
final class LoopChoice implements Rehearsal.Piece {
  /** Multiplications that take the scalar form about 0.1 s. */
  private static final long PATIENCE = 300_000_000;

  private static final InnerLoops SCALAR = new ScalarLoops();

  /** Multiplications of all choices; several threads may lose some, which is harmless. */
  private static long done;

  private final Consumer<InnerLoops> samples;

  /** Threads may see an older value for a while. */
  private InnerLoops current = SCALAR;

  private boolean asked;

  /**
   * @param samples runs the loops over some containers of its own
   */
  LoopChoice(Consumer<InnerLoops> samples) {
    this.samples = samples;
  }

  /** The form in use, for so many multiplications. */
  InnerLoops take(long multiplications) {
    if (!asked) {
      done += multiplications;
      if (done > PATIENCE) {
        asked = true;
        ask();
      }
    }
    return current;
  }

  private void ask() {
    if (Fused.HARDWARE) {
      Rehearsal.ask(this);
    }
  }

  @Override
  public void run(boolean vectors) {
    samples.accept(vectors ? Vectors.LOOPS : SCALAR);
  }

  @Override
  public void ready() {
    current = Vectors.LOOPS;
  }

  /** Loaded where there are vectors. */
  private static final class Vectors {
    static final InnerLoops LOOPS = new VectorLoops();
  }
}
