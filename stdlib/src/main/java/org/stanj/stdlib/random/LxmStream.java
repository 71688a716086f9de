package org.stanj.stdlib.random;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.apache.commons.rng.RandomProviderState;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.core.source64.L64X128Mix;
import org.stanj.stdlib.abi.RandomStream;

/**
 * A stream on the LXM generator L64X128Mix: period 2⁶⁴ (2¹²⁸ − 1), and a stream parameter, so that
 * two keys rarely share even the sequence of states.
 *
 * <p>Source: Steele and Vigna, LXM: better splittable pseudorandom number generators (2021),
 * doi:10.1145/3485525.
 */
final class LxmStream implements RandomStream {
  private static final double HALF_ULP = 0x1.0p-53;

  private final L64X128Mix generator;

  LxmStream(long[] seed) {
    generator = new L64X128Mix(seed);
  }

  @Override
  public long nextLong() {
    return generator.nextLong();
  }

  /** The odd multiples of 2⁻⁵³: the interval's ends cannot occur. */
  @Override
  public double nextDouble() {
    return ((generator.nextLong() >>> 12) * 2 + 1) * HALF_ULP;
  }

  /** Lemire's multiply and shift; the rejection removes the bias. */
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive: " + bound);
    }
    long product = (generator.nextLong() >>> 32) * bound;
    long low = product & 0xffffffffL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (generator.nextLong() >>> 32) * bound;
        low = product & 0xffffffffL;
      }
    }
    return (int) (product >>> 32);
  }

  @Override
  public long[] save() {
    byte[] bytes = ((RandomProviderDefaultState) generator.saveState()).getState();
    LongBuffer words =
        ByteBuffer.wrap(Arrays.copyOf(bytes, words(bytes) * Long.BYTES)).asLongBuffer();
    long[] state = new long[words.remaining()];
    words.get(state);
    return state;
  }

  @Override
  public void restore(long[] state) {
    byte[] present = ((RandomProviderDefaultState) generator.saveState()).getState();
    if (state.length != words(present)) {
      throw new IllegalArgumentException("not a state of this stream: " + state.length + " words");
    }
    ByteBuffer bytes = ByteBuffer.allocate(state.length * Long.BYTES);
    bytes.asLongBuffer().put(state);
    RandomProviderState saved =
        new RandomProviderDefaultState(Arrays.copyOf(bytes.array(), present.length));
    generator.restoreState(saved);
  }

  private static int words(byte[] bytes) {
    return (bytes.length + Long.BYTES - 1) / Long.BYTES;
  }
}
