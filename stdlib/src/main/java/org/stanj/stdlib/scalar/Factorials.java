package org.stanj.stdlib.scalar;

/** Logarithms of factorials and binomial coefficients of ints, the small ones from a table. */
public final class Factorials {
  private static final double[] TABLE = table(256);

  private Factorials() {}

  private static double[] table(int n) {
    double[] t = new double[n];
    for (int i = 2; i < n; i++) {
      t[i] = GammaFunctions.lgamma(i + 1.0);
    }
    return t;
  }

  /** log n! for n ≥ 0. */
  public static double logFactorial(int n) {
    return n >= 0 && n < TABLE.length ? TABLE[n] : GammaFunctions.lgamma(n + 1.0);
  }

  /** log(n choose k) for 0 ≤ k ≤ n, else NaN. */
  public static double logChoose(int n, int k) {
    if (k < 0 || k > n) {
      return Double.NaN;
    }
    if (n >= TABLE.length) {
      return BetaFunctions.lchoose(n, k);
    }
    return k == 0 || k == n ? 0 : TABLE[n] - TABLE[k] - TABLE[n - k];
  }
}
