package org.stanj.stdlib.abi;

/**
 * The chunks of a parallel sum. They follow from sizes alone, never from who does the work, and so
 * does the result: each chunk has a partial sum and adjoints of its own, and these are added in the
 * order of the chunks.
 */
public final class Chunks {
  /** Chunks of a sum whose grainsize is 1 (choose): enough for the cores of a large machine. */
  private static final int MOST = 64;

  /** Chunks that a grainsize may ask for; more would only add to the work. */
  private static final int MOST_ASKED = 1024;

  /** Chunks of jobs: so many that cores share them evenly where jobs take unequal time. */
  private static final int MOST_OF_JOBS = 256;

  /** Adjoints for each element of a chunk where there are few of them: a chunk costs more. */
  private static final int FEW_ADJOINTS_PER_ELEMENT = 8;

  /** Few adjoints. */
  private static final int FEW = 128;

  /**
   * Further adjoints for each element: a chunk clears and adds all of them, which takes about 0.2
   * ns each, and hardly an element takes less than 10 ns.
   */
  private static final int MORE_ADJOINTS_PER_ELEMENT = 2;

  private Chunks() {}

  /**
   * Elements in a chunk; the last one may have fewer.
   *
   * @param n elements of the sum
   * @param grainsize as the program asks for; 1 leaves the choice to us; negative where the program
   *     did not ask, with the least number of elements that pay
   * @param adjoints length of the adjoints that a chunk adds to
   */
  public static int size(int n, int grainsize, int adjoints) {
    int most = grainsize > 1 ? MOST_ASKED : MOST;
    int least = Math.max(divided(n, most), forAdjoints(adjoints));
    return Math.max(1, Math.max(Math.abs(grainsize), Math.min(least, n)));
  }

  private static int forAdjoints(int adjoints) {
    int more = Math.max(0, adjoints - FEW);
    return Math.max(
        divided(adjoints, FEW_ADJOINTS_PER_ELEMENT), divided(more, MORE_ADJOINTS_PER_ELEMENT));
  }

  /** Jobs in a chunk; the last one may have fewer. */
  static int ofJobs(int jobs) {
    return Math.max(1, divided(jobs, MOST_OF_JOBS));
  }

  private static int divided(int a, int b) {
    return (int) (((long) a + b - 1) / b);
  }
}
