package org.stanj.stdlib.linalg;

import org.stanj.stdlib.simd.Fused;
import org.stanj.stdlib.simd.VectorModule;

/**
 * The choice between the forms of the inner loops.
 *
 * <p>Small sizes have a form of their own; sizes alone decide that.
 *
 * <p>For others: vector types are slow until HotSpot has compiled them, and loading them takes
 * time. So the scalar form works until it has done as much as the change would cost; from then on
 * the vector form does. Those two give the same bits, so it does not matter when that is, and
 * threads need not agree on it.
 */
final class Loops {
  /** Multiplications that take the scalar form about 0.3 s. */
  private static final long PATIENCE = 1_000_000_000;

  /** Up to so many multiplications, a product is done before any preparation has paid. */
  static final int FEW = 300;

  /** Shorter columns are not worth a vector. */
  private static final int SHORT = 8;

  /** Shorter sums are not worth lanes, which must be added in the end. */
  private static final int SHORT_SUM = 16;

  private static final InnerLoops SMALL = new SmallLoops();
  private static final InnerLoops SCALAR = new ScalarLoops();

  /** What is in use for work that is not small. Threads may see an older value for a while. */
  private static InnerLoops current = SCALAR;

  /** Multiplications done in the scalar form; several threads may lose some, which is harmless. */
  private static long done;

  private Loops() {}

  /** The form for a product of so many multiplications. */
  static InnerLoops product(long multiplications) {
    return multiplications <= FEW ? SMALL : large(multiplications);
  }

  /** The form for loops down columns of m elements. */
  static InnerLoops columns(int m, long multiplications) {
    return m < SHORT ? SMALL : large(multiplications);
  }

  /** The form for sums of m terms. */
  static InnerLoops dots(int m, long multiplications) {
    return m < SHORT_SUM ? SMALL : large(multiplications);
  }

  private static InnerLoops large(long multiplications) {
    InnerLoops loops = current;
    if (loops == SCALAR && done < Long.MAX_VALUE / 2) {
      done += multiplications;
      if (done > PATIENCE) {
        loops = decide();
      }
    }
    return loops;
  }

  /** Takes the vector form from now on, where there is one, or gives up for good. */
  static InnerLoops decide() {
    current = vector();
    done = Long.MAX_VALUE;
    return current;
  }

  /** The vector form, or the scalar one where the machine has no lanes or does not fuse. */
  static InnerLoops vector() {
    return Fused.HARDWARE && VectorModule.available() ? new VectorLoops() : SCALAR;
  }

  static InnerLoops scalar() {
    return SCALAR;
  }
}
