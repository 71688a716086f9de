package org.stanj.stdlib.scalar;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * pFq(a; b; z) with p = q + 1 on |z| = 1, where terms fall like a power of their number. After the
 * first terms Levin's u transformation is applied to what is left: Levin, Int. J. Comput. Math. B 3
 * (1973) 371; Weniger, Comput. Phys. Rep. 10 (1989) 189, 7.3. It cancels about a digit for each
 * order, so it is done with many; that also leaves room to take derivatives by central differences.
 */
final class HypergeometricLimit {
  private static final MathContext DIGITS = new MathContext(160, RoundingMode.HALF_EVEN);
  private static final int[] ORDERS = {40, 60, 90};
  private static final int MAX_FIRST = 10_000;
  private static final double AGREED = 1e-15;
  private static final BigDecimal STEP = BigDecimal.ONE.scaleByPowerOfTen(-14);

  private final BigDecimal[] a;
  private final BigDecimal[] b;
  private final BigDecimal z;
  private final int first;

  private HypergeometricLimit(BigDecimal[] a, BigDecimal[] b, BigDecimal z, int first) {
    this.a = a;
    this.b = b;
    this.z = z;
    this.first = first;
  }

  /** Value and slopes in a and in b, at z = ±1; nothing where this does not converge. */
  static Optional<double[]> sum(double[] a, double[] b, double z) {
    double largest = 1;
    for (double x : a) {
      largest = Math.max(largest, Math.abs(x));
    }
    for (double x : b) {
      largest = Math.max(largest, Math.abs(x));
    }
    if (2 * largest > MAX_FIRST) {
      return Optional.empty();
    }
    BigDecimal[] upper = Arrays.stream(a).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    BigDecimal[] lower = Arrays.stream(b).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    HypergeometricLimit limit =
        new HypergeometricLimit(upper, lower, new BigDecimal(z), (int) (2 * largest));
    for (int order : ORDERS) {
      Optional<double[]> result = limit.valueAndSlopes(order);
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }

  private Optional<double[]> valueAndSlopes(int order) {
    double[] result = new double[a.length + b.length + 1];
    BigDecimal value = sum(order);
    if (!agree(value, sum(order - 6))) {
      return Optional.empty();
    }
    result[0] = value.doubleValue();
    for (int i = 0; i < a.length; i++) {
      BigDecimal slope = slope(a, i, order);
      if (!agree(slope, slope(a, i, order - 6))) {
        return Optional.empty();
      }
      result[1 + i] = slope.doubleValue();
    }
    for (int j = 0; j < b.length; j++) {
      BigDecimal slope = slope(b, j, order);
      if (!agree(slope, slope(b, j, order - 6))) {
        return Optional.empty();
      }
      result[1 + a.length + j] = slope.doubleValue();
    }
    return Optional.of(result);
  }

  private static boolean agree(BigDecimal x, BigDecimal y) {
    double difference = x.subtract(y).abs().doubleValue();
    return difference <= AGREED * Math.max(Math.abs(x.doubleValue()), 1e-10);
  }

  private BigDecimal slope(BigDecimal[] parameters, int i, int order) {
    BigDecimal centre = parameters[i];
    parameters[i] = centre.add(STEP);
    BigDecimal above = sum(order);
    parameters[i] = centre.subtract(STEP);
    BigDecimal below = sum(order);
    parameters[i] = centre;
    return above.subtract(below).divide(STEP.add(STEP), DIGITS);
  }

  /** The sum, or the plain sum where it ends. */
  private BigDecimal sum(int order) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 0; n < first; n++) {
      sum = sum.add(term, DIGITS);
      term = next(term, n);
      if (term.signum() == 0) {
        return sum;
      }
    }
    BigDecimal above = BigDecimal.ZERO;
    BigDecimal below = BigDecimal.ZERO;
    BigDecimal binomial = BigDecimal.ONE;
    for (int j = 0; j <= order; j++) {
      sum = sum.add(term, DIGITS);
      int n = first + j;
      BigDecimal power = BigDecimal.valueOf(n + 1L).pow(order - 2, DIGITS);
      BigDecimal weight = binomial.multiply(power, DIGITS).divide(term, DIGITS);
      above = above.add(weight.multiply(sum, DIGITS), DIGITS);
      below = below.add(weight, DIGITS);
      binomial =
          binomial
              .multiply(BigDecimal.valueOf(j - order))
              .divide(BigDecimal.valueOf(j + 1L), DIGITS);
      term = next(term, n);
    }
    return above.divide(below, DIGITS);
  }

  private BigDecimal next(BigDecimal term, int n) {
    BigDecimal at = BigDecimal.valueOf(n);
    BigDecimal numerator = term.multiply(z, DIGITS);
    for (BigDecimal x : a) {
      numerator = numerator.multiply(x.add(at), DIGITS);
    }
    BigDecimal denominator = BigDecimal.valueOf(n + 1L);
    for (BigDecimal x : b) {
      denominator = denominator.multiply(x.add(at), DIGITS);
    }
    return numerator.divide(denominator, DIGITS);
  }
}
