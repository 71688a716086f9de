package org.stanj.runtime.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RealFormatTest {
  /** Texts that printf("%.8g") and its like give in C. */
  @ParameterizedTest
  @CsvSource({
    "8, 0, 0",
    "8, -0.0, -0",
    "8, 1, 1",
    "8, 31, 31",
    "8, 0.1, 0.1",
    "8, 0.00001, 1e-05",
    "8, 0.0001, 0.0001",
    "8, -1.86777771e-08, -1.8677777e-08",
    "8, 71.94874549, 71.948745",
    "8, 12345678, 12345678",
    "8, 123456789, 1.2345679e+08",
    "8, 100000000, 1e+08",
    "8, 99999999.9, 1e+08",
    "8, 9.99999995, 9.9999999",
    "8, 4.9e-324, 4.9406565e-324",
    "8, 1.7976931348623157e308, 1.7976931e+308",
    "8, NaN, nan",
    "8, Infinity, inf",
    "8, -Infinity, -inf",
    "6, 10000, 10000",
    "6, 1e7, 1e+07",
    "6, 0.026748513, 0.0267485",
    "-1, 0.026748513, 0.0267485",
    "0, 71.9, 7e+01",
    "0, 31, 3e+01",
    "1, 2.5, 2",
    "18, 0.1, 0.100000000000000006",
    "18, -10.5, -10.5",
    "17, 0.3, 0.29999999999999999"
  })
  void formatsAsCStreams(int digits, double value, String expected) {
    assertEquals(expected, new RealFormat(digits).text(value));
  }

  @Test
  void agreesWithExactArithmetic() {
    Random random = new Random(8714);
    for (int digits = 1; digits <= 18; digits++) {
      RealFormat format = new RealFormat(digits);
      for (int i = 0; i < 4000; i++) {
        double value = any(random, i);
        assertEquals(exact(value, digits), format.text(value), () -> "value " + value);
      }
    }
  }

  private static double any(Random random, int i) {
    return switch (i % 4) {
      case 0 -> finite(Double.longBitsToDouble(random.nextLong()));
      case 1 -> random.nextGaussian();
      case 2 -> random.nextInt(100000) / 64.0;
      default -> Math.scalb(random.nextDouble(), random.nextInt(120) - 60);
    };
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 1;
  }

  private static String exact(double value, int digits) {
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (rounded.signum() == 0) {
      return "0";
    }
    if (exponent >= -4 && exponent < digits) {
      return rounded.toPlainString();
    }
    String mantissa = rounded.scaleByPowerOfTen(-exponent).toPlainString();
    return mantissa + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
