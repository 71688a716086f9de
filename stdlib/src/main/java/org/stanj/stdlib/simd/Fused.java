package org.stanj.stdlib.simd;

/**
 * Products that are added without rounding in between, where the machine can do so.
 *
 * <p>All x86 machines since 2013 and all 64-bit Arm machines can, and get the same bits. On others
 * {@link Math#fma} is computed in decimal numbers, which takes about 150 µs; there, products are
 * rounded first, and the last bits of results differ.
 */
public final class Fused {
  /** Four thousand cycles: a hundred times what the slow way cannot do, and the fast one does. */
  private static final long SLOW_NANOSECONDS = 10_000;

  /** True if {@link Math#fma} is an instruction. */
  public static final boolean HARDWARE = fastest() < SLOW_NANOSECONDS;

  private Fused() {}

  /** ab + c. */
  public static double multiplyAdd(double a, double b, double c) {
    return HARDWARE ? Math.fma(a, b, c) : a * b + c;
  }

  /** The fastest of some calls: the slow way has no fast ones, however busy the machine is. */
  private static long fastest() {
    long fastest = Long.MAX_VALUE;
    double x = 1.1;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      x = Math.fma(x, 0.9, 0.1);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return x > 0 ? fastest : Long.MAX_VALUE;
  }
}
