package org.stanj.stdlib.simd;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** When vectors are worth a try. */
class ScalarWorkTest {
  @Test
  void pieceIsTriedOnceItsOwnScalarsHaveTakenItsPrice() {
    ScalarWork work = new ScalarWork(5e9);
    assertFalse(work.add(3e9));
    assertTrue(work.add(3e9));
    assertFalse(new ScalarWork(5e9).add(3e9), "work of others is not its own");
  }
}
