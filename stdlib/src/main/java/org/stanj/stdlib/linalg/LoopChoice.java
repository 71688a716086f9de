package org.stanj.stdlib.linalg;

import java.util.function.Consumer;
import org.stanj.stdlib.simd.Fused;
import org.stanj.stdlib.simd.Rehearsal;
import org.stanj.stdlib.simd.ScalarWork;

/**
 * The form of some of the inner loops: scalars, until vectors have been rehearsed and are faster.
 */
final class LoopChoice implements Rehearsal.Piece {
  /** What the scalar form takes for a multiplication, about. */
  private static final double NANOS = 0.33;

  private static final double PRICE = 500e6;
  private static final InnerLoops SCALAR = new ScalarLoops();

  private final ScalarWork work = new ScalarWork(PRICE);
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
    if (!asked && work.add(NANOS * multiplications)) {
      asked = true;
      ask();
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
