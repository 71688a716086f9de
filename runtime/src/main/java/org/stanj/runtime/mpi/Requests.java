package org.stanj.runtime.mpi;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Sends and receives that are under way, in memory outside the heap. */
final class Requests {
  private final int size;
  private final Memory handles;
  private int count;

  /**
   * @param most requests at a time
   * @param size of one, in bytes
   */
  Requests(int most, int size) {
    this.size = size;
    handles = new Memory((long) Math.max(1, most) * size);
  }

  /** Forgets those that are done. */
  void clear() {
    count = 0;
  }

  /** Where the next one is to be written. */
  long next() {
    return first() + (long) size * count++;
  }

  long first() {
    return Pointer.nativeValue(handles);
  }

  int count() {
    return count;
  }
}
