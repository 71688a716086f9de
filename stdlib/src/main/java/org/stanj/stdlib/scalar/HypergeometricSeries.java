package org.stanj.stdlib.scalar;

import java.util.Arrays;
import java.util.Optional;

/**
 * The series of pFq(a; b; z) = Σ (a₁)ₙ···(a_p)ₙ/((b₁)ₙ···(b_q)ₙ) zⁿ/n! with its derivatives in all
 * parameters and in z, in doubles. Each term is carried with its derivatives, tₙ₊₁ = tₙ rₙ and
 * ∂tₙ₊₁ = ∂tₙ rₙ + tₙ ∂rₙ, which also holds where a factor of rₙ is zero: there the sum ends and
 * its derivative goes on. Sources: DLMF 16.2; Ancarani and Gasaneo, J. Phys. A 42 (2009) 395208.
 */
final class HypergeometricSeries {
  private static final int MAX_TERMS = 5_000_000;
  private static final double NEGLIGIBLE = 1e-18;

  /** The largest term over the sum up to which 16 digits are enough: for the value, for a slope. */
  private static final double VALUE_LOSS = 1e3;

  private static final double SLOPE_LOSS = 1e5;

  private final double[] a;
  private final double[] b;
  private final double z;
  private final double[] term;
  private final double[] sum;
  private final double[] low;
  private final double[] largest;

  private HypergeometricSeries(double[] a, double[] b, double z) {
    this.a = a;
    this.b = b;
    this.z = z;
    int n = a.length + b.length + 2;
    term = new double[n];
    sum = new double[n];
    low = new double[n];
    largest = new double[n];
  }

  /**
   * Value, slopes in a, in b, and in z; nothing where terms cancel, overflow or do not become
   * small.
   */
  static Optional<double[]> sum(double[] a, double[] b, double z) {
    return new HypergeometricSeries(a, b, z).sum();
  }

  /** From this term on no factor changes its sign. */
  static double settled(double[] a, double[] b) {
    double least = 0;
    for (double x : a) {
      least = Math.min(least, x);
    }
    for (double x : b) {
      least = Math.min(least, x);
    }
    return -least;
  }

  private Optional<double[]> sum() {
    double settled = settled(a, b);
    term[0] = 1;
    add(0);
    for (int n = 0; n < MAX_TERMS; n++) {
      double ratio = advance(n);
      if (Double.isNaN(ratio) || isZero()) {
        return accepted();
      }
      if (!Double.isFinite(term[0])) {
        return Optional.empty();
      }
      add(n + 1);
      if (n > settled && negligible(Math.abs(ratio))) {
        return accepted();
      }
    }
    return Optional.empty();
  }

  /** From term n to the next; NaN where a parameter of the denominator ends the series. */
  private double advance(int n) {
    double numerator = z;
    for (double x : a) {
      numerator *= x + n;
    }
    double denominator = n + 1;
    for (double x : b) {
      denominator *= x + n;
    }
    if (denominator == 0) {
      return Double.NaN;
    }
    double ratio = numerator / denominator;
    for (int i = 0; i < a.length; i++) {
      double slope = a[i] + n == 0 ? without(i, n) / denominator : ratio / (a[i] + n);
      term[1 + i] = term[1 + i] * ratio + term[0] * slope;
    }
    for (int j = 0; j < b.length; j++) {
      int at = 1 + a.length + j;
      term[at] = term[at] * ratio - term[0] * ratio / (b[j] + n);
    }
    term[0] *= ratio;
    return ratio;
  }

  private double without(int i, int n) {
    double product = z;
    for (int k = 0; k < a.length; k++) {
      product *= k == i ? 1 : a[k] + n;
    }
    return product;
  }

  private boolean isZero() {
    for (double t : term) {
      if (t != 0) {
        return false;
      }
    }
    return true;
  }

  /** Compensated sums, so that many terms cost no digits. */
  private void add(int n) {
    term[term.length - 1] = n == 0 ? 0 : term[0] * n / z;
    for (int i = 0; i < sum.length; i++) {
      double t = term[i];
      double next = sum[i] + t;
      low[i] += Math.abs(sum[i]) >= Math.abs(t) ? sum[i] - next + t : t - next + sum[i];
      sum[i] = next;
      largest[i] = Math.max(largest[i], Math.abs(t));
    }
  }

  private boolean negligible(double ratio) {
    if (ratio >= 1) {
      return false;
    }
    for (int i = 0; i < sum.length; i++) {
      double rest = Math.abs(term[i]) / (1 - ratio);
      if (!(rest <= NEGLIGIBLE * largest[i] || rest <= NEGLIGIBLE * Math.abs(sum[i]))) {
        return false;
      }
    }
    return true;
  }

  private Optional<double[]> accepted() {
    double[] result = new double[sum.length];
    Arrays.setAll(result, i -> sum[i] + low[i]);
    for (int i = 0; i < sum.length; i++) {
      double loss = i == 0 ? VALUE_LOSS : SLOPE_LOSS;
      if (!(largest[i] <= loss * Math.abs(result[i])) || Double.isInfinite(result[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(result);
  }
}
