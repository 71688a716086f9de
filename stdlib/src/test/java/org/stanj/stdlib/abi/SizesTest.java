package org.stanj.stdlib.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class SizesTest {
  @Test
  void whatFitsIsExact() {
    assertEquals(46_340 * 46_340, Sizes.product(46_340, 46_340));
    assertEquals(0, Sizes.product(0, Integer.MAX_VALUE));
    assertEquals(Integer.MAX_VALUE, Sizes.sum(Integer.MAX_VALUE - 1, 1));
  }

  @Test
  void whatDoesNotIsTold() {
    TooLargeException e =
        assertThrows(TooLargeException.class, () -> Sizes.product(46_341, 46_341));
    assertEquals(
        "a container has more elements than the 2147483647 that fit into one", e.getMessage());
    assertThrows(TooLargeException.class, () -> Sizes.sum(Integer.MAX_VALUE, 1));
  }

  @Test
  void aMessageBetweenProcessesHasItsOwnWords() {
    TooLargeException e = assertThrows(TooLargeException.class, () -> new Parcel().room(1L << 32));
    assertEquals("a message between processes has more than two gigabytes", e.getMessage());
  }
}
