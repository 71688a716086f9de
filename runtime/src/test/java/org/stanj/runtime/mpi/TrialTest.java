package org.stanj.runtime.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Times in nanoseconds, as if measured. */
final class TrialTest {
  private static final int WORKS = 100_000;

  /** How many works of this length go to the ranks, if a work takes so long there. */
  private static int sent(long alone, long together) {
    Trial trial = new Trial();
    int sent = 0;
    for (int i = 0; i < WORKS; i++) {
      if (trial.sends()) {
        trial.shared(alone / 2, 2, together);
        sent++;
      } else {
        trial.stayed(alone);
      }
    }
    return sent;
  }

  @Test
  void workThatGainsIsAlwaysSent() {
    assertEquals(WORKS, sent(1_000_000, 600_000));
  }

  @Test
  void workThatLosesIsSentEverMoreSeldom() {
    int sent = sent(100_000, 130_000);
    assertTrue(sent > 50 && sent < WORKS / 200, "sent: " + sent);
  }

  @Test
  void shortWorkIsNotTriedAgain() {
    assertEquals(17, sent(5_000, 4_000));
  }

  @Test
  void slownessThatPassesIsForgotten() {
    Trial trial = new Trial();
    for (int i = 0; i < 17; i++) {
      assertTrue(trial.sends());
      trial.shared(50_000, 2, 10_000_000);
    }
    assertFalse(trial.sends());
    int stayed = 0;
    while (!trial.sends()) {
      trial.stayed(100_000);
      stayed++;
    }
    assertEquals(64, stayed);
    for (int i = 0; i < 1000; i++) {
      assertTrue(trial.sends());
      trial.shared(50_000, 2, 60_000);
    }
  }
}
