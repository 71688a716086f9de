package org.stanj.stdlib.scalar;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * The series of pFq(a; b; z) as in {@link HypergeometricSeries}, with as many decimal digits as its
 * terms cancel.
 */
final class HypergeometricDigits {
  private static final int FIRST_DIGITS = 50;
  private static final int MAX_DIGITS = 1200;
  private static final int MAX_TERMS = 100_000;
  private static final int SPARE = 22;

  private final BigDecimal[] a;
  private final BigDecimal[] b;
  private final BigDecimal z;
  private final MathContext digits;
  private final BigDecimal[] term;
  private final BigDecimal[] sum;
  private final int[] largest;

  private HypergeometricDigits(double[] a, double[] b, double z, int digits) {
    this.a = exact(a);
    this.b = exact(b);
    this.z = new BigDecimal(z);
    this.digits = new MathContext(digits, RoundingMode.HALF_EVEN);
    int n = a.length + b.length + 2;
    term = new BigDecimal[n];
    sum = new BigDecimal[n];
    largest = new int[n];
    Arrays.fill(term, BigDecimal.ZERO);
    Arrays.fill(sum, BigDecimal.ZERO);
    Arrays.fill(largest, Integer.MIN_VALUE);
  }

  private static BigDecimal[] exact(double[] x) {
    return Arrays.stream(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
  }

  /** Value, slopes in a, in b, and in z; nothing where this takes too many terms or digits. */
  static Optional<double[]> sum(double[] a, double[] b, double z) {
    return sum(a, b, z, false);
  }

  /** The same of a sum that ends, without what an a that ends it adds to its own slope. */
  static Optional<double[]> finiteSum(double[] a, double[] b, double z) {
    return sum(a, b, z, true);
  }

  private static Optional<double[]> sum(double[] a, double[] b, double z, boolean finite) {
    int digits = FIRST_DIGITS;
    double settled = HypergeometricSeries.settled(a, b);
    while (digits <= MAX_DIGITS) {
      HypergeometricDigits series = new HypergeometricDigits(a, b, z, digits);
      if (!series.sum(settled, finite)) {
        return Optional.empty();
      }
      int lost = series.lost();
      if (lost + SPARE <= digits) {
        return Optional.of(
            Arrays.stream(series.sum).mapToDouble(BigDecimal::doubleValue).toArray());
      }
      digits = Math.max(lost + SPARE + 8, digits + digits / 2);
    }
    return Optional.empty();
  }

  private boolean sum(double settled, boolean finite) {
    term[0] = BigDecimal.ONE;
    add(0);
    for (int n = 0; n < MAX_TERMS; n++) {
      if (!advance(n) || ended(finite)) {
        return true;
      }
      add(n + 1);
      if (n > settled && n % 8 == 0 && negligible()) {
        return true;
      }
    }
    return false;
  }

  private boolean ended(boolean finite) {
    return term[0].signum() == 0 && (finite || Arrays.stream(term).allMatch(t -> t.signum() == 0));
  }

  private boolean advance(int n) {
    BigDecimal at = BigDecimal.valueOf(n);
    BigDecimal numerator = z;
    for (BigDecimal x : a) {
      numerator = numerator.multiply(x.add(at), digits);
    }
    BigDecimal denominator = BigDecimal.valueOf(n + 1L);
    for (BigDecimal x : b) {
      denominator = denominator.multiply(x.add(at), digits);
    }
    if (denominator.signum() == 0) {
      return false;
    }
    BigDecimal ratio = numerator.divide(denominator, digits);
    for (int i = 0; i < a.length; i++) {
      BigDecimal factor = a[i].add(at);
      BigDecimal slope =
          factor.signum() == 0
              ? without(i, at).divide(denominator, digits)
              : ratio.divide(factor, digits);
      term[1 + i] = product(term[1 + i], ratio).add(product(term[0], slope), digits);
    }
    for (int j = 0; j < b.length; j++) {
      int k = 1 + a.length + j;
      BigDecimal slope = ratio.divide(b[j].add(at), digits);
      term[k] = product(term[k], ratio).subtract(product(term[0], slope), digits);
    }
    term[0] = product(term[0], ratio);
    return true;
  }

  private BigDecimal product(BigDecimal x, BigDecimal y) {
    return x.multiply(y, digits);
  }

  private BigDecimal without(int i, BigDecimal n) {
    BigDecimal product = z;
    for (int k = 0; k < a.length; k++) {
      product = k == i ? product : product.multiply(a[k].add(n), digits);
    }
    return product;
  }

  private void add(int n) {
    int last = term.length - 1;
    term[last] =
        n == 0 ? BigDecimal.ZERO : product(term[0], BigDecimal.valueOf(n)).divide(z, digits);
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sum[i].add(term[i], digits);
      largest[i] = Math.max(largest[i], exponent(term[i]));
    }
  }

  /** The decimal exponent; very small for zero. */
  private static int exponent(BigDecimal x) {
    return x.signum() == 0 ? Integer.MIN_VALUE : x.precision() - x.scale();
  }

  private boolean negligible() {
    for (int i = 0; i < sum.length; i++) {
      if (term[i].signum() != 0
          && exponent(term[i]) > largest[i] - digits.getPrecision()
          && exponent(term[i]) > exponent(sum[i]) - SPARE) {
        return false;
      }
    }
    return true;
  }

  /** The digits that cancellation has cost; none where the sum is 0, which it then is exactly. */
  private int lost() {
    int lost = 0;
    for (int i = 0; i < sum.length; i++) {
      if (sum[i].signum() != 0) {
        int left =
            Math.max(
                exponent(sum[i]),
                sum[0].signum() == 0 ? Integer.MIN_VALUE : exponent(sum[0]) - SPARE);
        lost = Math.max(lost, largest[i] - left);
      }
    }
    return lost;
  }
}
