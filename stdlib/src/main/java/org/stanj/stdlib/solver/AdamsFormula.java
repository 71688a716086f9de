package org.stanj.stdlib.solver;

import java.util.Arrays;

/**
 * The Adams-Moulton methods of orders 1 to 12 with variable coefficients.
 *
 * <p>Λ′(x) is proportional to M(x) = Π_{j&lt;q} (1 + x/ξ_j), and Λ(-1) = 0. Source: Byrne &
 * Hindmarsh 1975, doi:10.1145/355626.355636.
 */
final class AdamsFormula extends StepFormula {
  static final int MAX_ORDER = 12;
  private final double[] m = new double[MAX_ORDER + 2];

  AdamsFormula() {
    super(MAX_ORDER);
  }

  @Override
  void set(int q, double h, double[] past, boolean decides) {
    l[0] = 1;
    if (q == 1) {
      l[1] = 1;
      errorFactor = 1.0 / 2;
      lowerFactor = 1;
      raiseFactor = 1.0 / 12;
      raiseScale = 1;
      return;
    }
    m[0] = 1;
    double back = h;
    for (int j = 1; j < q; j++) {
      if (j == q - 1) {
        lowerFactor = q * moment(q - 2, 2) / m[q - 2];
      }
      timesOnePlus(m, j - 1, h / back);
      back += past[j];
    }
    double area = moment(q - 1, 1);
    for (int i = 1; i <= q; i++) {
      l[i] = m[i - 1] / (i * area);
    }
    double xi = back / h;
    errorFactor = Math.abs(moment(q - 1, 2) / (area * xi));
    raiseScale = xi / l[q];
    if (decides) {
      timesOnePlus(m, q - 1, 1 / xi);
      raiseFactor = Math.abs(moment(q, 2) / (area * (q + 1)));
      lowerFactor = Math.abs(lowerFactor);
    }
  }

  /** ∫₀¹ s^(k-1) M(-s) ds for M of a degree. */
  private double moment(int degree, int k) {
    double sum = 0;
    for (int i = degree; i >= 0; i--) {
      sum += ((i & 1) == 0 ? m[i] : -m[i]) / (i + k);
    }
    return sum;
  }

  /** q ∫₀ˣ u Π_{j≤q-2} (u + ξ_j) du: the value at t_n and the slopes up to there stay. */
  @Override
  void lowering(int q, double h, double[] past, double[] d) {
    Arrays.fill(d, 0);
    d[1] = 1;
    double back = 0;
    for (int j = 1; j <= q - 2; j++) {
      back += past[j];
      timesPlus(d, j, back / h);
    }
    for (int i = q - 1; i >= 1; i--) {
      d[i + 1] = q * d[i] / (i + 1);
    }
    d[1] = 0;
  }

  /** The new column is 0. */
  @Override
  double raising(int q, double h, double[] past, double[] d) {
    Arrays.fill(d, 0);
    return 0;
  }
}
