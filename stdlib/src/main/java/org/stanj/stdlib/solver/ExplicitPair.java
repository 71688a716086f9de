package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.Callback;

/**
 * What the pairs of order 5(4) have in common: steps with the stages kᵢ = f(t + cᵢ h, y + h Σⱼ aᵢⱼ
 * kⱼ), of which the first six are computed here.
 */
abstract class ExplicitPair {
  final int n;

  /** The arguments {@code [t, y]} of f. */
  final double[] lead;

  double[] k1;
  final double[] k2;
  final double[] k3;
  final double[] k4;
  final double[] k5;
  final double[] k6;

  /** The state at which the next step begins, and the one to which the last attempt led. */
  double[] y;

  double[] y1;

  private final Callback f;
  private final double c2;
  private final double c3;
  private final double c4;
  private final double c5;
  private final double[] row2;
  private final double[] row3;
  private final double[] row4;
  private final double[] row5;
  private final double[] row6;

  /**
   * @param nodes c₂ to c₅
   * @param rows aᵢⱼ of the stages 2 to 6
   */
  ExplicitPair(Callback f, int n, double[] nodes, double[][] rows) {
    this.f = f;
    this.n = n;
    c2 = nodes[0];
    c3 = nodes[1];
    c4 = nodes[2];
    c5 = nodes[3];
    row2 = rows[0];
    row3 = rows[1];
    row4 = rows[2];
    row5 = rows[3];
    row6 = rows[4];
    lead = new double[n + 1];
    k1 = new double[n];
    k2 = new double[n];
    k3 = new double[n];
    k4 = new double[n];
    k5 = new double[n];
    k6 = new double[n];
    y = new double[n];
    y1 = new double[n];
  }

  /** The state at which the next step begins. */
  final double[] state() {
    return y;
  }

  /** Begins at a state. */
  final void start(double[] from, int at) {
    System.arraycopy(from, at, y, 0, n);
  }

  /** The first slope of steps from the present state: serves all attempts at one step. */
  final void slope(double t) {
    System.arraycopy(y, 0, lead, 1, n);
    evaluate(t, k1);
  }

  final void evaluate(double t, double[] k) {
    lead[0] = t;
    f.value(lead, k);
  }

  /** Tries a step; returns its error. The arguments {@code states, at} are as in the stages. */
  abstract double attempt(
      double t, double h, double relTol, double absTol, double[] states, int at);

  /** The step that was tried last is taken. */
  void accept() {
    double[] state = y;
    y = y1;
    y1 = state;
  }

  /**
   * The stages 2 to 6 of a step, but for the slope of the last.
   *
   * @param states is set to the states of the stages, from that of the second at {@code at + n} on
   */
  final void stages(double t, double h, double[] states, int at) {
    double[] y = this.y;
    double[] k1 = this.k1;
    double[] x = lead;
    double a1 = h * row2[0];
    int to = at + n;
    for (int i = 0; i < n; i++) {
      double v = y[i] + a1 * k1[i];
      x[i + 1] = v;
      states[to + i] = v;
    }
    evaluate(t + c2 * h, k2);
    a1 = h * row3[0];
    double a2 = h * row3[1];
    to = at + 2 * n;
    for (int i = 0; i < n; i++) {
      double v = y[i] + a1 * k1[i] + a2 * k2[i];
      x[i + 1] = v;
      states[to + i] = v;
    }
    evaluate(t + c3 * h, k3);
    a1 = h * row4[0];
    a2 = h * row4[1];
    double a3 = h * row4[2];
    to = at + 3 * n;
    for (int i = 0; i < n; i++) {
      double v = y[i] + a1 * k1[i] + a2 * k2[i] + a3 * k3[i];
      x[i + 1] = v;
      states[to + i] = v;
    }
    evaluate(t + c4 * h, k4);
    a1 = h * row5[0];
    a2 = h * row5[1];
    a3 = h * row5[2];
    double a4 = h * row5[3];
    to = at + 4 * n;
    for (int i = 0; i < n; i++) {
      double v = y[i] + a1 * k1[i] + a2 * k2[i] + a3 * k3[i] + a4 * k4[i];
      x[i + 1] = v;
      states[to + i] = v;
    }
    evaluate(t + c5 * h, k5);
    a1 = h * row6[0];
    a2 = h * row6[1];
    a3 = h * row6[2];
    a4 = h * row6[3];
    double a5 = h * row6[4];
    to = at + 5 * n;
    for (int i = 0; i < n; i++) {
      double v = y[i] + a1 * k1[i] + a2 * k2[i] + a3 * k3[i] + a4 * k4[i] + a5 * k5[i];
      x[i + 1] = v;
      states[to + i] = v;
    }
  }
}
