package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.Callback;

/**
 * Steps of the pair of order 5(4) by Dormand and Prince, with its continuous extension.
 *
 * <p>kᵢ = f(t + cᵢ h, y + h Σⱼ aᵢⱼ kⱼ), y₁ = y + h Σ bᵢ kᵢ, k₇ = f(t + h, y₁), which is the next
 * k₁. Sources: Dormand and Prince, J. Comput. Appl. Math. 6 (1980) 19,
 * doi:10.1016/0771-050X(80)90013-3, table 2; Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section II.6 (the extension).
 */
final class DormandPrince extends ExplicitPair {
  static final double C2 = 1.0 / 5;
  static final double C3 = 3.0 / 10;
  static final double C4 = 4.0 / 5;
  static final double C5 = 8.0 / 9;

  static final double A21 = 1.0 / 5;
  static final double A31 = 3.0 / 40;
  static final double A32 = 9.0 / 40;
  static final double A41 = 44.0 / 45;
  static final double A42 = -56.0 / 15;
  static final double A43 = 32.0 / 9;
  static final double A51 = 19372.0 / 6561;
  static final double A52 = -25360.0 / 2187;
  static final double A53 = 64448.0 / 6561;
  static final double A54 = -212.0 / 729;
  static final double A61 = 9017.0 / 3168;
  static final double A62 = -355.0 / 33;
  static final double A63 = 46732.0 / 5247;
  static final double A64 = 49.0 / 176;
  static final double A65 = -5103.0 / 18656;

  static final double B1 = 35.0 / 384;
  static final double B3 = 500.0 / 1113;
  static final double B4 = 125.0 / 192;
  static final double B5 = -2187.0 / 6784;
  static final double B6 = 11.0 / 84;

  private static final double E1 = B1 - 5179.0 / 57600;
  private static final double E3 = B3 - 7571.0 / 16695;
  private static final double E4 = B4 - 393.0 / 640;
  private static final double E5 = B5 + 92097.0 / 339200;
  private static final double E6 = B6 - 187.0 / 2100;
  private static final double E7 = -1.0 / 40;

  private static final double[] NODES = {C2, C3, C4, C5};
  private static final double[][] ROWS = {
    {A21}, {A31, A32}, {A41, A42, A43}, {A51, A52, A53, A54}, {A61, A62, A63, A64, A65}
  };

  private final double[] weights = new double[6];
  private double[] k7;

  DormandPrince(Callback f, int n) {
    super(f, n, NODES, ROWS);
    k7 = new double[n];
  }

  @Override
  double attempt(double t, double h, double relTol, double absTol, double[] states, int at) {
    stages(t, h, states, at);
    evaluate(t + h, k6);
    double b1 = h * B1;
    double b3 = h * B3;
    double b4 = h * B4;
    double b5 = h * B5;
    double b6 = h * B6;
    for (int i = 0; i < n; i++) {
      double end = y[i] + b1 * k1[i] + b3 * k3[i] + b4 * k4[i] + b5 * k5[i] + b6 * k6[i];
      y1[i] = end;
      lead[i + 1] = end;
    }
    evaluate(t + h, k7);
    return error(h, relTol, absTol);
  }

  private double error(double h, double relTol, double absTol) {
    double e1 = h * E1;
    double e3 = h * E3;
    double e4 = h * E4;
    double e5 = h * E5;
    double e6 = h * E6;
    double e7 = h * E7;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double e = e1 * k1[i] + e3 * k3[i] + e4 * k4[i] + e5 * k5[i] + e6 * k6[i] + e7 * k7[i];
      double scale = absTol + relTol * (Math.abs(y[i]) + h * Math.abs(k1[i]));
      double ratio = Math.abs(e) / scale;
      // NaN compares as not larger.
      if (ratio > largest) {
        largest = ratio;
      }
    }
    return largest;
  }

  /** The solution at {@code time} between the ends of the step that was tried last. */
  void interpolate(double time, double from, double to, double[] out, int at) {
    double[] w = weights;
    denseWeights(time, from, to, w);
    for (int i = 0; i < n; i++) {
      out[at + i] =
          y[i]
              + w[0] * k1[i]
              + w[1] * k3[i]
              + w[2] * k4[i]
              + w[3] * k5[i]
              + w[4] * k6[i]
              + w[5] * k7[i];
    }
  }

  /**
   * Weights h bᵢ(θ) of k₁, k₃, k₄, k₅, k₆, k₇ in the continuous extension of order 4, with h the
   * length of the step and θ the part of it before {@code time}.
   */
  static void denseWeights(double time, double from, double to, double[] weights) {
    double h = to - from;
    double s = (time - from) / h;
    double rest = s - 1;
    double blend = s * s * (3 - 2 * s);
    double bump = s * s * rest * rest;
    double d1 = 5 * (2558722523L - 31403016 * s) / 11282082432L;
    double d3 = 100 * (882725551 - 15701508 * s) / 32700410799L;
    double d4 = 25 * (443332067 - 31403016 * s) / 1880347072L;
    double d5 = 32805 * (23143187 - 3489224 * s) / 199316789632L;
    double d6 = 55 * (29972135 - 7076736 * s) / 822651844;
    double d7 = 10 * (7414447 - 829305 * s) / 29380423;
    weights[0] = h * (blend * B1 - bump * d1 + s * rest * rest);
    weights[1] = h * (blend * B3 + bump * d3);
    weights[2] = h * (blend * B4 - bump * d4);
    weights[3] = h * (blend * B5 + bump * d5);
    weights[4] = h * (blend * B6 - bump * d6);
    weights[5] = h * (s * s * rest + bump * d7);
  }

  /** The step that was tried last is taken; its last slope is the first of the next. */
  @Override
  void accept() {
    super.accept();
    double[] slope = k1;
    k1 = k7;
    k7 = slope;
  }
}
