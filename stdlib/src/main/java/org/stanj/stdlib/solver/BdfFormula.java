package org.stanj.stdlib.solver;

import java.util.Arrays;

/**
 * Backward differentiation of orders 1 to 5 with fixed leading coefficient.
 *
 * <p>Λ(x) = Π_{j&lt;q} (1 + x/ξ_j) (1 + x/ξ*), where ξ* is such that Λ′(0) = H_q = Σ_{j≤q} 1/j,
 * whatever the steps before. Source: Jackson & Sacks-Davis 1980, doi:10.1145/355900.355903; error
 * constants as in Brown, Byrne & Hindmarsh 1989, doi:10.1137/0910062.
 *
 * <p>The local error of y is that of the equation divided by the leading coefficient. For y′ = f
 * the former is what is tested; in an algebraic equation nothing divides, so there the latter is
 * (Brenan, Campbell & Petzold 1996, section 5.2).
 */
final class BdfFormula extends StepFormula {
  static final int MAX_ORDER = 5;
  private final boolean algebraic;

  BdfFormula(boolean algebraic) {
    super(MAX_ORDER);
    this.algebraic = algebraic;
  }

  @Override
  void set(int q, double h, double[] past, boolean decides) {
    l[0] = 1;
    double back = h;
    double inverses = 0;
    double harmonic = 0;
    for (int j = 1; j < q; j++) {
      timesOnePlus(l, j - 1, h / back);
      inverses += h / back;
      harmonic += 1.0 / j;
      back += past[j];
    }
    double below = harmonic;
    harmonic += 1.0 / q;
    double star = harmonic - inverses;
    timesOnePlus(l, q - 1, star);
    double last = h / back;
    double a = 1 + inverses + last - harmonic;
    double b = 1 + q * a;
    errorFactor = Math.abs(a / b) / leading(harmonic);
    raiseScale = Math.abs(b * star / (l[q] * last));
    if (decides) {
      lowerFactor = q == 1 ? 1 : Math.abs(star / l[q] * (1 + inverses - below)) / leading(below);
      double beyond = h / (back + past[q]);
      double above = harmonic + 1.0 / (q + 1);
      double c = (1 + inverses + last + beyond - above) / b;
      raiseFactor = Math.abs(c / (beyond * (q + 2))) / leading(above);
    }
  }

  private double leading(double harmonic) {
    return algebraic ? 1 : harmonic;
  }

  /** x² Π_{j≤q-2} (x + ξ_j): value and slope at t_n and the values before it stay. */
  @Override
  void lowering(int q, double h, double[] past, double[] d) {
    squareTimesPast(q - 2, h, past, d);
  }

  /**
   * x² Π_{j&lt;q} (x + ξ_j), with the factor that makes the new polynomial pass through y_{n-q}:
   * (H_q - Σ_{j≤q} 1/ξ_j) / Π_{j≤q} ξ_j.
   */
  @Override
  double raising(int q, double h, double[] past, double[] d) {
    squareTimesPast(q - 1, h, past, d);
    double back = 0;
    double product = 1;
    double difference = 0;
    for (int j = 1; j <= q; j++) {
      back += past[j];
      double xi = back / h;
      product *= xi;
      difference += 1.0 / j - 1 / xi;
    }
    return difference / product;
  }

  private static void squareTimesPast(int points, double h, double[] past, double[] d) {
    Arrays.fill(d, 0);
    d[2] = 1;
    double back = 0;
    for (int j = 1; j <= points; j++) {
      back += past[j];
      timesPlus(d, j + 1, back / h);
    }
  }
}
