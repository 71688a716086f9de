package org.stanj.runtime.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class BlockTest {
  @Test
  void ranksShareChunksEvenlyAndTheFirstHasTheLeast() {
    for (int ranks = 1; ranks <= 70; ranks++) {
      for (int chunks = 1; chunks <= 140; chunks++) {
        assertEquals(0, Block.start(chunks, ranks, 0));
        assertEquals(chunks, Block.start(chunks, ranks, ranks));
        int first = Block.start(chunks, ranks, 1);
        assertEquals(Math.max(1, chunks / ranks), first);
        for (int r = 0; r < ranks; r++) {
          int count = Block.start(chunks, ranks, r + 1) - Block.start(chunks, ranks, r);
          int least = chunks / ranks;
          assertTrue(count == least || count == least + 1, chunks + " on " + ranks);
          assertTrue(chunks < ranks || count >= first);
        }
      }
    }
  }
}
