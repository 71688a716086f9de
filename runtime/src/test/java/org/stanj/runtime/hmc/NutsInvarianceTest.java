package org.stanj.runtime.hmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The transition leaves a target on a ring invariant: all directions and all choices are enumerated
 * with their probabilities, and πP is compared with π.
 */
final class NutsInvarianceTest {
  private static final int RING = 11;
  private static final int DEPTH = 3;

  /** Follows a script of branches, then always the first; remembers what else there was. */
  private static final class Scripted implements Chance {
    private final List<Boolean> script;
    private final Deque<List<Boolean>> pending;
    private final List<Boolean> taken = new ArrayList<>();
    private double probability = 1;

    Scripted(List<Boolean> script, Deque<List<Boolean>> pending) {
      this.script = script;
      this.pending = pending;
    }

    private boolean branch(double first) {
      boolean choice;
      if (taken.size() < script.size()) {
        choice = script.get(taken.size());
      } else {
        choice = true;
        List<Boolean> other = new ArrayList<>(taken);
        other.add(false);
        pending.add(other);
      }
      taken.add(choice);
      probability *= choice ? first : 1 - first;
      return choice;
    }

    @Override
    public int direction() {
      return branch(0.5) ? 1 : -1;
    }

    @Override
    public boolean accepts(double logProbability) {
      return logProbability >= 0 || branch(Math.exp(logProbability));
    }
  }

  /** A random target and a random turn criterion that knows only which states a tree has. */
  private record Ring(double[] logTarget, boolean[][] turning) {
    static Ring of(long seed) {
      Random random = new Random(seed);
      double[] logTarget = random.doubles(RING, -2, 2).toArray();
      boolean[][] turning = new boolean[RING][1 << DEPTH];
      for (boolean[] row : turning) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(4) == 0;
        }
      }
      return new Ring(logTarget, turning);
    }

    IntegerTrajectory from(int z) {
      return new IntegerTrajectory(
          z,
          state -> logTarget[Math.floorMod(state, RING)],
          (low, high) -> turning[Math.floorMod(low, RING)][high - low]);
    }
  }

  private static double discrepancy(Ring ring, UnaryOperator<Trajectory> mutation) {
    double[] before = new double[RING];
    double[] after = new double[RING];
    for (int z = 0; z < RING; z++) {
      before[z] = Math.exp(ring.logTarget()[z]);
      double total = 0;
      Deque<List<Boolean>> pending = new ArrayDeque<>(List.of(List.of()));
      while (!pending.isEmpty()) {
        Scripted chance = new Scripted(pending.remove(), pending);
        IntegerTrajectory states = ring.from(z);
        new NutsTree(mutation.apply(states), chance, DEPTH).run();
        after[Math.floorMod(states.proposal(), RING)] += before[z] * chance.probability;
        total += chance.probability;
      }
      assertEquals(1, total, 1e-12);
    }
    double worst = 0;
    for (int z = 0; z < RING; z++) {
      worst = Math.max(worst, Math.abs(after[z] / before[z] - 1));
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void targetIsInvariant(long seed) {
    assertEquals(0, discrepancy(Ring.of(seed), t -> t), 1e-12);
  }

  /** A sampler that never takes the second half of a subtree. */
  private record FirstHalvesOnly(Trajectory states) implements Trajectory {
    @Override
    public void start(int slot) {
      states.start(slot);
    }

    @Override
    public double step(int direction, int slot) {
      return states.step(direction, slot);
    }

    @Override
    public boolean turns(int first, int second) {
      return states.turns(first, second);
    }

    @Override
    public void join(int first, int second) {
      states.join(first, second);
    }

    @Override
    public void propose(int from, int to) {
      if (to == 0) {
        states.propose(from, to);
      }
    }

    @Override
    public void flip(int slot) {
      states.flip(slot);
    }
  }

  @Test
  void biasedTreeChoiceIsRejected() {
    assertTrue(discrepancy(Ring.of(1), FirstHalvesOnly::new) > 0.01);
  }

  /** A criterion that depends on where the trajectory started. */
  @Test
  void criterionThatKnowsTheStartIsRejected() {
    Ring ring = Ring.of(2);
    double[] after = new double[RING];
    for (int z = 0; z < RING; z++) {
      int start = z;
      Deque<List<Boolean>> pending = new ArrayDeque<>(List.of(List.of()));
      while (!pending.isEmpty()) {
        Scripted chance = new Scripted(pending.remove(), pending);
        IntegerTrajectory states =
            new IntegerTrajectory(
                z, s -> ring.logTarget()[Math.floorMod(s, RING)], (low, high) -> high - start >= 2);
        new NutsTree(states, chance, DEPTH).run();
        after[Math.floorMod(states.proposal(), RING)] +=
            Math.exp(ring.logTarget()[z]) * chance.probability;
      }
    }
    double worst = 0;
    for (int z = 0; z < RING; z++) {
      worst = Math.max(worst, Math.abs(after[z] / Math.exp(ring.logTarget()[z]) - 1));
    }
    assertTrue(worst > 0.01, "discrepancy " + worst);
  }
}
