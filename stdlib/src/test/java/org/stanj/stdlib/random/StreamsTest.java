package org.stanj.stdlib.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.stanj.stdlib.abi.RandomStream;

/** Streams: keys, states and the numbers themselves. */
final class StreamsTest {
  /** Two-sided 10⁻⁴ limit of a standard normal. */
  private static final double LIMIT = 3.89;

  private static List<StreamKey> manyKeys() {
    List<StreamKey> keys = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      keys.add(StreamKey.transformedData(seed));
      for (int id = 1; id < 10; id++) {
        keys.add(StreamKey.init(seed, id));
        keys.add(StreamKey.sampler(seed, id));
        for (long iteration = 0; iteration < 20; iteration++) {
          keys.add(StreamKey.generated(seed, id, iteration));
        }
      }
    }
    return keys;
  }

  @Test
  void differentKeysShareNoSeedWord() {
    Set<Long> words = new HashSet<>();
    for (StreamKey key : manyKeys()) {
      for (long word : Streams.seedWords(key)) {
        assertTrue(words.add(word), "repeated word of " + key);
      }
    }
  }

  @Test
  void equalKeysGiveEqualStreams() {
    RandomStream a = Streams.open(StreamKey.sampler(123, 4));
    RandomStream b = Streams.open(new StreamKey(123, 4, StreamKey.Purpose.SAMPLER, 0));
    for (int i = 0; i < 100; i++) {
      assertEquals(a.nextLong(), b.nextLong());
    }
  }

  /** First numbers over keys that differ in one field are as uniform as those of one stream. */
  @Test
  void firstNumbersOfNeighbouringKeysAreUniform() {
    int n = 20_000;
    uniform(
        DoubleStream.iterate(0, i -> i + 1)
            .limit(n)
            .map(i -> first(StreamKey.sampler((long) i, 1)))
            .toArray());
    uniform(
        DoubleStream.iterate(0, i -> i + 1)
            .limit(n)
            .map(i -> first(StreamKey.sampler(1, (int) i)))
            .toArray());
    uniform(
        DoubleStream.iterate(0, i -> i + 1)
            .limit(n)
            .map(i -> first(StreamKey.generated(1, 1, (long) i)))
            .toArray());
  }

  private static double first(StreamKey key) {
    return Streams.open(key).nextDouble();
  }

  /** Mean, second moment, and correlation of neighbours. */
  private static void uniform(double[] u) {
    double n = u.length;
    double mean = 0;
    double square = 0;
    double product = 0;
    for (int i = 0; i < u.length; i++) {
      double centred = u[i] - 0.5;
      mean += centred / n;
      square += centred * centred / n;
      product += i > 0 ? centred * (u[i - 1] - 0.5) / n : 0;
    }
    assertEquals(0, mean, LIMIT * Math.sqrt(1 / 12.0 / n));
    assertEquals(1 / 12.0, square, LIMIT * Math.sqrt(1 / 180.0 / n));
    assertEquals(0, product, LIMIT / 12 / Math.sqrt(n));
  }

  @Test
  void numbersAreUniform() {
    RandomStream stream = Streams.open(StreamKey.sampler(7, 1));
    double[] u = DoubleStream.generate(stream::nextDouble).limit(200_000).toArray();
    uniform(u);
    assertTrue(DoubleStream.of(u).allMatch(x -> x > 0 && x < 1));
  }

  @Test
  void integersAreUniform() {
    RandomStream stream = Streams.open(StreamKey.sampler(8, 1));
    int bound = 7;
    int n = 70_000;
    int[] counts = new int[bound];
    for (int i = 0; i < n; i++) {
      counts[stream.nextInt(bound)]++;
    }
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += Math.pow(count - n / bound, 2) / (n / bound);
    }
    assertTrue(chiSquare < 27.86, "chi-square, 6 degrees of freedom: " + chiSquare);
    assertEquals(0, stream.nextInt(1));
    assertTrue(stream.nextInt(Integer.MAX_VALUE) >= 0);
    assertThrows(IllegalArgumentException.class, () -> stream.nextInt(0));
  }

  @Test
  void savedStateContinues() {
    RandomStream stream = Streams.open(StreamKey.sampler(9, 1));
    stream.nextDouble();
    long[] state = stream.save();
    assertTrue(state.length <= 8, state.length + " words");
    long[] expected = {stream.nextLong(), stream.nextLong(), stream.nextLong()};
    RandomStream other = Streams.open(StreamKey.init(1, 1));
    other.restore(state);
    assertArrayEquals(expected, new long[] {other.nextLong(), other.nextLong(), other.nextLong()});
    assertThrows(IllegalArgumentException.class, () -> other.restore(new long[1]));
  }

  @Test
  void standardNormalKeepsNothing() {
    RandomStream stream = Streams.open(StreamKey.sampler(10, 1));
    StandardNormal normal = new StandardNormal(stream);
    normal.next();
    long[] state = stream.save();
    double[] expected = {normal.next(), normal.next(), normal.next()};
    stream.restore(state);
    StandardNormal again = new StandardNormal(stream);
    assertArrayEquals(expected, new double[] {again.next(), again.next(), again.next()});
  }

  @Test
  void standardNormalMoments() {
    StandardNormal normal = new StandardNormal(Streams.open(StreamKey.sampler(11, 1)));
    int n = 200_000;
    double[] moments = new double[4];
    for (int i = 0; i < n; i++) {
      double z = normal.next();
      for (int k = 0; k < moments.length; k++) {
        moments[k] += Math.pow(z, k + 1) / n;
      }
    }
    assertEquals(0, moments[0], LIMIT * Math.sqrt(1.0 / n));
    assertEquals(1, moments[1], LIMIT * Math.sqrt(2.0 / n));
    assertEquals(0, moments[2], LIMIT * Math.sqrt(15.0 / n));
    assertEquals(3, moments[3], LIMIT * Math.sqrt(96.0 / n));
  }
}
