package org.stanj.cli.report;

import java.util.Arrays;
import org.stanj.runtime.diagnostics.Convergence;

/**
 * How effective sample sizes grow with the run: those of the first draws of all chains.
 *
 * @param draws of all chains together
 * @param bulk see {@link Convergence#essBulk}
 * @param tail see {@link Convergence#essTail}
 */
record EssGrowth(int[] draws, double[] bulk, double[] tail) {
  private static final int STEPS = 8;
  private static final int LEAST = 20;

  /** Of so many draws and more there are fewer steps: each takes its time. */
  private static final int MANY = 100_000;

  private static final int FEW_STEPS = 4;

  /**
   * Computes the sizes.
   *
   * @param chains draws, at least 20 of each chain for more than one step
   */
  static EssGrowth of(double[][] chains) {
    int length = chains[0].length;
    int wanted = (long) length * chains.length > MANY ? FEW_STEPS : STEPS;
    int steps = Math.max(1, Math.min(wanted, length / LEAST));
    EssGrowth growth = new EssGrowth(new int[steps], new double[steps], new double[steps]);
    for (int s = 0; s < steps; s++) {
      int count = (int) ((long) length * (s + 1) / steps);
      double[][] first =
          Arrays.stream(chains).map(x -> Arrays.copyOf(x, count)).toArray(double[][]::new);
      growth.draws[s] = count * chains.length;
      growth.bulk[s] = Convergence.essBulk(first);
      growth.tail[s] = Convergence.essTail(first);
    }
    return growth;
  }
}
