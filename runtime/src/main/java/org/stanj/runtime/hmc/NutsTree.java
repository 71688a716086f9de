package org.stanj.runtime.hmc;

import java.util.Arrays;

/**
 * The doublings of one No-U-Turn transition over a {@link Trajectory}: the new state is drawn with
 * probability proportional to exp(H₀ − H), uniformly so within each half and in favour of the new
 * half at the top.
 *
 * <p>Source: Betancourt 2017, arXiv:1701.02434, appendix A.3 and A.4.
 */
final class NutsTree {
  /** H − H₀ above which a trajectory counts as divergent (nats). */
  static final double DIVERGENCE = 1000;

  private final Trajectory trajectory;
  private final Chance chance;
  private final int maxDepth;
  private double[] logWeight = new double[16];

  private int depth;
  private int steps;
  private double metropolisSum;
  private boolean divergent;

  NutsTree(Trajectory trajectory, Chance chance, int maxDepth) {
    this.trajectory = trajectory;
    this.chance = chance;
    this.maxDepth = maxDepth;
  }

  /** Completed doublings. */
  int depth() {
    return depth;
  }

  /** States reached beside the start, also those of an incomplete doubling. */
  int steps() {
    return steps;
  }

  /** Mean of min(1, exp(H₀ − H)) over those states. */
  double acceptStat() {
    return metropolisSum / steps;
  }

  boolean divergent() {
    return divergent;
  }

  /** Runs one transition; the new state is the one that the tree in slot 0 proposes. */
  void run() {
    depth = 0;
    steps = 0;
    metropolisSum = 0;
    divergent = false;
    trajectory.start(0);
    logWeight[0] = 0;
    int end = 1;
    boolean goesOn = true;
    while (goesOn && depth < maxDepth) {
      int direction = chance.direction();
      if (direction != end) {
        trajectory.flip(0);
        end = direction;
      }
      goesOn = build(depth, direction) && absorbNewHalf();
    }
  }

  private boolean absorbNewHalf() {
    depth++;
    if (chance.accepts(logWeight[1] - logWeight[0])) {
      trajectory.propose(1, 0);
    }
    return merge(0, logSumExp(logWeight[0], logWeight[1]));
  }

  /**
   * Builds a tree of 2^height new states in slot 1; false if it turns inside or diverges. Trees of
   * 2^h states that wait for their right half stand in the slots below the present one. Written as
   * a loop, because HotSpot takes three times as long to compile a method into itself.
   */
  private boolean build(int height, int direction) {
    for (long reached = 0; reached < 1L << height; reached++) {
      int slot = 1 + Long.bitCount(reached);
      if (!reach(slot, direction)) {
        return false;
      }
      for (long halves = reached; (halves & 1) == 1; halves >>= 1) {
        slot--;
        if (!absorb(slot)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Makes one tree of those in the slot and in the next one; false if it turns. */
  private boolean absorb(int slot) {
    int next = slot + 1;
    double total = logSumExp(logWeight[slot], logWeight[next]);
    if (chance.accepts(logWeight[next] - total)) {
      trajectory.propose(next, slot);
    }
    return merge(slot, total);
  }

  private boolean reach(int slot, int direction) {
    if (slot >= logWeight.length) {
      logWeight = Arrays.copyOf(logWeight, 2 * logWeight.length);
    }
    double weight = trajectory.step(direction, slot);
    logWeight[slot] = weight;
    steps++;
    metropolisSum += weight >= 0 ? 1 : Math.exp(weight);
    boolean diverges = weight < -DIVERGENCE;
    divergent |= diverges;
    return !diverges;
  }

  private boolean merge(int slot, double total) {
    boolean turns = trajectory.turns(slot, slot + 1);
    trajectory.join(slot, slot + 1);
    logWeight[slot] = total;
    return !turns;
  }

  private static double logSumExp(double a, double b) {
    double high = Math.max(a, b);
    return Double.isInfinite(high) ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }
}
