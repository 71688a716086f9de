package org.stanj.stdlib.scalar;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/** The beta function and binomial coefficients. */
public final class BetaFunctions {
  private BetaFunctions() {}

  /**
   * log B(x, y); +∞ where an argument is 0.
   *
   * @throws RejectException if an argument is negative
   */
  public static double lbeta(double x, double y) {
    if (x < 0 || y < 0) {
      throw RejectException.domain(
          "lbeta: "
              + (x < 0 ? "first" : "second")
              + " argument is "
              + Numbers.general(x < 0 ? x : y)
              + ", but must be nonnegative!");
    }
    if (x == 0 || y == 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.NEGATIVE_INFINITY;
    }
    return IncompleteBeta.lbeta(x, y);
  }

  /**
   * log(n choose k) = −log((n + 1) B(n − k + 1, k + 1)) for real arguments.
   *
   * @throws RejectException if n, k or n − k is below −1
   */
  public static double lchoose(double n, double k) {
    double smaller = k > 0.5 * n ? n - k : k;
    atLeastMinusOne("first argument", n);
    atLeastMinusOne("second argument", smaller);
    if (smaller == 0) {
      return 0;
    }
    return -lbeta(n - smaller + 1, smaller + 1) - Elementary.log1p(n);
  }

  private static void atLeastMinusOne(String argument, double value) {
    if (value < -1) {
      throw RejectException.domain(
          "binomial_coefficient_log: "
              + argument
              + " is "
              + Numbers.general(value)
              + ", but must be greater than or equal to -1.000000");
    }
  }

  /**
   * n choose k, exactly.
   *
   * @throws RejectException if n or k is negative, or if it is larger than the largest int
   */
  public static int choose(int n, int k) {
    if (n < 0 || k < 0) {
      String which = n < 0 ? "n is " + n : "k is " + k;
      throw RejectException.domain("choose: " + which + ", but must be nonnegative!");
    }
    if (k > n) {
      return 0;
    }
    double value = 1;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      value = Math.rint(value * (n - i + 1) / i);
      if (value > Integer.MAX_VALUE) {
        throw RejectException.domain(
            "choose: n choose k is "
                + Numbers.general(Math.exp(lchoose(n, k)))
                + ", but must be less than or equal to 2147483647.000000");
      }
    }
    return (int) value;
  }
}
