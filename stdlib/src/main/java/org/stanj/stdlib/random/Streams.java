package org.stanj.stdlib.random;

import org.stanj.stdlib.abi.RandomStream;

/** Opens random streams. */
public final class Streams {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int SEED_WORDS = 4;

  private Streams() {}

  /** The stream of a key, at its start. */
  public static RandomStream open(StreamKey key) {
    return new LxmStream(seedWords(key));
  }

  /**
   * The words that seed the generator. Each word absorbs the whole key through a bijective mixer
   * from its own start, so two keys that differ in one field differ in every word, and keys that
   * differ in more share all four words with probability 2⁻²⁵⁶.
   */
  static long[] seedWords(StreamKey key) {
    long[] words = new long[SEED_WORDS];
    for (int i = 0; i < SEED_WORDS; i++) {
      long h = mix(GOLDEN * (i + 1));
      h = mix(Long.rotateLeft(h, 29) + key.seed());
      h = mix(Long.rotateLeft(h, 29) + key.id());
      h = mix(Long.rotateLeft(h, 29) + key.purpose().ordinal());
      words[i] = mix(Long.rotateLeft(h, 29) + key.iteration());
    }
    return words;
  }

  /** A bijection of 64 bits that avalanches: Stafford's variant 13 of MurmurHash3's finaliser. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
