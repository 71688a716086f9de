package org.stanj.stdlib.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.stdlib.abi.RejectException;

/** Functions over blocks against {@code java.lang.Math}, and vectors against scalars. */
final class BlocksTest {
  private static final int LENGTH = 67;
  private static final int ROUNDS = 2000;
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
    1 + 0x1p-52
  };

  /** A function of blocks, its range, and what it is over scalars of the JDK. */
  enum Function {
    EXP(Twins::exp, Math::exp, -745, 709),
    EXP_NEAR_0(Twins::exp, Math::exp, -1, 1),
    LOG(Twins::log, Math::log, 0, 10),
    LOG_NEAR_1(Twins::log, Math::log, 0.99, 1.01),
    LOG_SUBNORMAL(Twins::log, Math::log, 0, 1e-307),
    LOG1P_UNIT(Twins::log1pUnit, Math::log1p, 0, 1),
    LOG1P(Twins::log1p, Math::log1p, -1, 5),
    LOG1P_CHECKED(Twins::log1pChecked, Math::log1p, -1, 5);

    private final DoubleUnaryOperator twin;
    private final DoubleUnaryOperator exact;
    private final double low;
    private final double high;

    Function(DoubleUnaryOperator twin, DoubleUnaryOperator exact, double low, double high) {
      this.twin = twin;
      this.exact = exact;
      this.low = low;
      this.high = high;
    }

    private int block(double[] x, double[] y) {
      switch (this) {
        case EXP, EXP_NEAR_0 -> Blocks.exp(x, 1, LENGTH, y, 2, LENGTH);
        case LOG, LOG_NEAR_1, LOG_SUBNORMAL -> Blocks.log(x, 1, LENGTH, y, 2, LENGTH);
        case LOG1P_UNIT -> Blocks.log1pUnit(x, 1, LENGTH, y, 2, LENGTH);
        case LOG1P_CHECKED -> Blocks.log1pChecked(x, 1, LENGTH, y, 2, LENGTH);
        case LOG1P -> {
          return Blocks.log1p(x, 1, LENGTH, y, 2, LENGTH);
        }
      }
      return 0;
    }
  }

  @AfterEach
  void decideAsBefore() {
    LaneSwitch.force(LaneSwitch.Choice.MEASURED);
  }

  @ParameterizedTest
  @EnumSource
  void twinsAreWithinTwoUlpsOfTheJdk(Function f) {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100 * ROUNDS; i++) {
      double x = random.nextDouble(f.low, f.high);
      double expected = f.exact.applyAsDouble(x);
      // Its own error is below one ulp.
      assertEquals(expected, f.twin.applyAsDouble(x), 3 * Math.ulp(expected), () -> f + " " + x);
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectorsGiveTheBitsOfScalars(Function f) {
    SplittableRandom random = new SplittableRandom(7);
    double[] x = new double[LENGTH + 2];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < x.length; i++) {
        boolean special = round % 4 == 0 && random.nextInt(8) == 0 && f != Function.LOG1P_UNIT;
        x[i] = special ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextDouble(f.low, f.high);
      }
      double[] scalars = new double[LENGTH + 4];
      double[] vectors = new double[LENGTH + 4];
      LaneSwitch.force(LaneSwitch.Choice.SCALARS);
      int expected = f.block(x, scalars);
      LaneSwitch.force(LaneSwitch.Choice.VECTORS);
      assertEquals(expected, f.block(x, vectors));
      if (expected == 0) {
        assertArrayEquals(scalars, vectors);
        for (int i = 0; i < LENGTH; i++) {
          assertEquals(f.twin.applyAsDouble(x[i + 1]), vectors[i + 2]);
        }
      } else {
        assertTrue(rejects(f, x));
      }
    }
  }

  private static boolean rejects(Function f, double[] x) {
    for (int i = 0; i < LENGTH; i++) {
      try {
        f.twin.applyAsDouble(x[i + 1]);
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
}
