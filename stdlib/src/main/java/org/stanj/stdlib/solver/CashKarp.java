package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.Callback;

/**
 * Steps of the pair of order 5(4) by Cash and Karp: kᵢ = f(t + cᵢ h, y + h Σⱼ aᵢⱼ kⱼ), y₁ = y + h Σ
 * bᵢ kᵢ. Source: Cash and Karp, ACM Trans. Math. Softw. 16 (1990) 201, doi:10.1145/79505.79507.
 */
final class CashKarp extends ExplicitPair {
  static final double C2 = 1.0 / 5;
  static final double C3 = 3.0 / 10;
  static final double C4 = 3.0 / 5;
  static final double C5 = 1;
  static final double C6 = 7.0 / 8;

  static final double A21 = 1.0 / 5;
  static final double A31 = 3.0 / 40;
  static final double A32 = 9.0 / 40;
  static final double A41 = 3.0 / 10;
  static final double A42 = -9.0 / 10;
  static final double A43 = 6.0 / 5;
  static final double A51 = -11.0 / 54;
  static final double A52 = 5.0 / 2;
  static final double A53 = -70.0 / 27;
  static final double A54 = 35.0 / 27;
  static final double A61 = 1631.0 / 55296;
  static final double A62 = 175.0 / 512;
  static final double A63 = 575.0 / 13824;
  static final double A64 = 44275.0 / 110592;
  static final double A65 = 253.0 / 4096;

  static final double B1 = 37.0 / 378;
  static final double B3 = 250.0 / 621;
  static final double B4 = 125.0 / 594;
  static final double B6 = 512.0 / 1771;

  private static final double E1 = B1 - 2825.0 / 27648;
  private static final double E3 = B3 - 18575.0 / 48384;
  private static final double E4 = B4 - 13525.0 / 55296;
  private static final double E5 = -277.0 / 14336;
  private static final double E6 = B6 - 1.0 / 4;

  private static final double[] NODES = {C2, C3, C4, C5};
  private static final double[][] ROWS = {
    {A21}, {A31, A32}, {A41, A42, A43}, {A51, A52, A53, A54}, {A61, A62, A63, A64, A65}
  };

  CashKarp(Callback f, int n) {
    super(f, n, NODES, ROWS);
  }

  @Override
  double attempt(double t, double h, double relTol, double absTol, double[] states, int at) {
    stages(t, h, states, at);
    evaluate(t + C6 * h, k6);
    double b1 = h * B1;
    double b3 = h * B3;
    double b4 = h * B4;
    double b6 = h * B6;
    // The terms with weight 0 turn infinite slopes into NaN, as they do in Stan.
    for (int i = 0; i < n; i++) {
      y1[i] = y[i] + b1 * k1[i] + 0 * k2[i] + b3 * k3[i] + b4 * k4[i] + 0 * k5[i] + b6 * k6[i];
    }
    return error(h, relTol, absTol);
  }

  private double error(double h, double relTol, double absTol) {
    double e1 = h * E1;
    double e3 = h * E3;
    double e4 = h * E4;
    double e5 = h * E5;
    double e6 = h * E6;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double e = e1 * k1[i] + 0 * k2[i] + e3 * k3[i] + e4 * k4[i] + e5 * k5[i] + e6 * k6[i];
      double scale = absTol + relTol * (Math.abs(y[i]) + h * Math.abs(k1[i]));
      double ratio = Math.abs(e) / scale;
      // NaN compares as not larger.
      if (ratio > largest) {
        largest = ratio;
      }
    }
    return largest;
  }
}
