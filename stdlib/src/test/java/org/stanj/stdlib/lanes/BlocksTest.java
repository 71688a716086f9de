package org.stanj.stdlib.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.stdlib.abi.RejectException;

/** Functions over blocks: vectors against scalars. */
final class BlocksTest {
  /** With a rest, a whole block, and more than a block. */
  private static final int[] LENGTHS = {67, 256, 300};

  private static final int ROUNDS = 400;
  private static final double[] SPECIAL = {
    0,
    -0.0,
    1,
    -1,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    1e-310,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    708,
    -708,
    709.7,
    709.8,
    -745.2,
    -746,
    1e300,
    1e-17,
    -1e-17,
    0.5,
    2,
    Math.sqrt(0.5),
    Math.sqrt(2),
    1 - 0x1p-53,
    1 + 0x1p-52,
    3,
    3 - 0x1p-51,
    -2.5,
    -3,
    40,
    -40,
    0.7,
    1e6 + 1
  };

  @AfterEach
  void decideAsBefore() {
    LaneSwitch.force(LaneSwitch.Choice.MEASURED);
  }

  static Stream<LaneFunction> functions() {
    return LaneFunction.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void vectorsGiveTheBitsOfScalars(LaneFunction f) {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < ROUNDS; round++) {
      double[][] scalars = new double[f.arguments() + 1][LENGTHS[round % LENGTHS.length] + 4];
      double size = Math.exp(random.nextDouble(-3, 5));
      double low = random.nextBoolean() || f.toString().equals("log1pUnit") ? 0 : -size;
      boolean special = round % 4 == 0 && !f.toString().equals("log1pUnit");
      for (double[] x : scalars) {
        for (int i = 0; i < x.length; i++) {
          boolean any = special && random.nextInt(30) == 0;
          x[i] = any ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextDouble(low, size);
        }
      }
      compare(f, scalars);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "log"})
  void resultsMayStandInPlaceOfArguments(String name) {
    LaneFunction f = LaneFunction.named(name);
    for (LaneSwitch.Choice choice : LaneSwitch.Choice.values()) {
      LaneSwitch.force(choice);
      for (int length : LENGTHS) {
        double[] x = new SplittableRandom(11).doubles(length + 2, 0, 5).toArray();
        x[9] = Double.NaN;
        double[] apart = new double[x.length];
        f.block(new double[][] {x.clone(), apart}, 1, length);
        double[] inPlace = x.clone();
        f.block(new double[][] {inPlace, inPlace}, 1, length);
        assertArrayEquals(
            Arrays.copyOfRange(apart, 1, length + 1), Arrays.copyOfRange(inPlace, 1, length + 1));
      }
    }
  }

  private static void compare(LaneFunction f, double[][] scalars) {
    int length = scalars[0].length - 4;
    double[][] vectors = Arrays.stream(scalars).map(double[]::clone).toArray(double[][]::new);
    LaneSwitch.force(LaneSwitch.Choice.SCALARS);
    boolean thrown = f.block(scalars, 1, length);
    LaneSwitch.force(LaneSwitch.Choice.VECTORS);
    assertEquals(thrown, f.block(vectors, 1, length));
    if (thrown) {
      assertTrue(rejects(f, scalars, length));
      return;
    }
    double[] results = vectors[f.arguments()];
    assertArrayEquals(scalars[f.arguments()], results);
    for (int i = 1; i <= length; i++) {
      assertEquals(twin(f, scalars, i), results[i]);
    }
  }

  private static double twin(LaneFunction f, double[][] x, int i) {
    return f.twin(Arrays.stream(x, 0, f.arguments()).mapToDouble(a -> a[i]).toArray());
  }

  private static boolean rejects(LaneFunction f, double[][] x, int length) {
    for (int i = 1; i <= length; i++) {
      try {
        twin(f, x, i);
      } catch (RejectException e) {
        return true;
      }
    }
    return false;
  }

  @Test
  void sumsHaveOneOrder() {
    double[] x = new SplittableRandom(3).doubles(1000, 0, 1).toArray();
    for (int length : new int[] {0, 1, 7, 8, 9, 250, 999}) {
      double sum = 0;
      double logarithms = 0;
      for (int i = 1; i <= length; i++) {
        sum += x[i];
        logarithms += Math.log1p(x[i]);
      }
      assertEquals(sum, Blocks.sum(x, 1, length), 1e-15 * Math.max(1, length) * Math.max(1, sum));
      assertEquals(logarithms, Blocks.sumLog1pUnit(x, 1, length), 1e-15 * Math.max(1, length));
    }
  }

  @Test
  void logarithmsOfPartsAreThatOfTheirProduct() {
    double[] x = new SplittableRandom(4).doubles(9, 1, 1e30).toArray();
    double expected = Arrays.stream(x, 1, 9).map(Math::log).sum();
    assertEquals(expected, Blocks.sumLogs(x, 1, 8), 1e-12);
  }
}
