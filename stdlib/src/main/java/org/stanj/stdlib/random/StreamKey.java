package org.stanj.stdlib.random;

/**
 * What a random stream is for. Streams with different keys are independent; streams with equal keys
 * are equal, on every machine and for any number of threads.
 *
 * @param seed of the run
 * @param id of the chain; 0 for what all chains share
 * @param purpose what the numbers are used for
 * @param iteration of the draw they belong to; 0 where there is none
 */
public record StreamKey(long seed, int id, Purpose purpose, long iteration) {
  /** The uses of random numbers in a run. The order is part of the key: add at the end. */
  public enum Purpose {
    TRANSFORMED_DATA,
    INIT,
    SAMPLER,
    GENERATED
  }

  /** Random numbers of the transformed data block: equal for all chains of a run. */
  public static StreamKey transformedData(long seed) {
    return new StreamKey(seed, 0, Purpose.TRANSFORMED_DATA, 0);
  }

  /** Initial values of a chain. */
  public static StreamKey init(long seed, int id) {
    return new StreamKey(seed, id, Purpose.INIT, 0);
  }

  /** Momenta, directions and choices of a chain. */
  public static StreamKey sampler(long seed, int id) {
    return new StreamKey(seed, id, Purpose.SAMPLER, 0);
  }

  /** Generated quantities of one draw (iteration from 0, warmup included). */
  public static StreamKey generated(long seed, int id, long iteration) {
    return new StreamKey(seed, id, Purpose.GENERATED, iteration);
  }
}
