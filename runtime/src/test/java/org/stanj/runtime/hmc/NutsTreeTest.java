package org.stanj.runtime.hmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The tree on an integer trajectory with given directions: no density is involved. */
final class NutsTreeTest {
  /** Directions from a text of + and −; takes every proposal, or none. */
  private record Given(StringBuilder directions, boolean takes) implements Chance {
    static Given of(String directions, boolean takes) {
      return new Given(new StringBuilder(directions), takes);
    }

    @Override
    public int direction() {
      char next = directions.charAt(0);
      directions.deleteCharAt(0);
      return next == '+' ? 1 : -1;
    }

    @Override
    public boolean accepts(double logProbability) {
      return takes;
    }
  }

  private static IntegerTrajectory flat(IntegerTrajectory.Turning turning) {
    return new IntegerTrajectory(0, z -> 0, turning);
  }

  @Test
  void doublesInTheGivenDirections() {
    IntegerTrajectory states = flat((low, high) -> false);
    NutsTree tree = new NutsTree(states, Given.of("+-+", true), 3);
    tree.run();
    assertEquals(-2, states.low());
    assertEquals(5, states.high());
    assertEquals(3, tree.depth());
    assertEquals(7, tree.steps());
    assertEquals(5, states.proposal());
    assertEquals(1, tree.acceptStat());
    assertFalse(tree.divergent());
  }

  @Test
  void backwardOnlyEndsAtTheFarthestState() {
    IntegerTrajectory states = flat((low, high) -> false);
    NutsTree tree = new NutsTree(states, Given.of("---", true), 3);
    tree.run();
    assertEquals(-7, states.low());
    assertEquals(-7, states.proposal());
  }

  @Test
  void staysWhereNoProposalIsTaken() {
    IntegerTrajectory states = flat((low, high) -> false);
    new NutsTree(states, Given.of("+-+-", false), 4).run();
    assertEquals(0, states.proposal());
  }

  @Test
  void turningOfTheWholeEndsWithTheNewHalf() {
    IntegerTrajectory states = flat((low, high) -> high - low == 3);
    NutsTree tree = new NutsTree(states, Given.of("+++", true), 10);
    tree.run();
    assertEquals(2, tree.depth());
    assertEquals(3, tree.steps());
    assertEquals(3, states.proposal());
  }

  @Test
  void turningInsideTheNewHalfDiscardsIt() {
    IntegerTrajectory states = flat((low, high) -> low == 4 && high == 5);
    NutsTree tree = new NutsTree(states, Given.of("+++", true), 10);
    tree.run();
    assertEquals(2, tree.depth());
    assertEquals(5, tree.steps());
    assertEquals(3, states.proposal());
  }

  @Test
  void divergenceDiscardsTheNewHalfAndCountsItsSteps() {
    IntegerTrajectory states =
        new IntegerTrajectory(0, z -> z == 2 ? -1000.5 : 0, (low, high) -> false);
    NutsTree tree = new NutsTree(states, Given.of("++", true), 10);
    tree.run();
    assertTrue(tree.divergent());
    assertEquals(1, tree.depth());
    assertEquals(2, tree.steps());
    assertEquals(0.5, tree.acceptStat());
    assertEquals(1, states.proposal());
  }

  @Test
  void anEnergyErrorOfOneThousandIsNotDivergent() {
    IntegerTrajectory states =
        new IntegerTrajectory(0, z -> z == 1 ? -1000 : 0, (low, high) -> false);
    NutsTree tree = new NutsTree(states, Given.of("+", false), 1);
    tree.run();
    assertFalse(tree.divergent());
  }

  @Test
  void acceptStatIsTheMeanOverAllSteps() {
    IntegerTrajectory states =
        new IntegerTrajectory(0, z -> z == 3 ? 2 : -z * Math.log(2), (low, high) -> false);
    NutsTree tree = new NutsTree(states, Given.of("++", false), 2);
    tree.run();
    assertEquals((0.5 + 0.25 + 1) / 3, tree.acceptStat(), 1e-15);
  }
}
