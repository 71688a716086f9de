package org.stanj.stdlib.solver;

import static org.stanj.stdlib.solver.DormandPrince.*;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;

/**
 * The reverse of steps of {@link DormandPrince}: with Yᵢ the state of stage i and Jᵢ the Jacobian
 * of f there, k̄ᵢ = h (bᵢ ȳ₁ + Σⱼ aⱼᵢ Ȳⱼ), Ȳᵢ = Jᵢ′ k̄ᵢ, ȳ = ȳ₁ + Σ Ȳᵢ. Outputs within the step add
 * their weights to k̄ᵢ. k₁ is k₇ of the step before, so that a step takes six products. Source:
 * Hager, Numer. Math. 87 (2000) 247, doi:10.1007/s002110000178.
 */
final class DormandPrinceAdjoint {
  private final Callback f;
  private final int n;
  private final double @Nullable [] dActive;
  private final int dActiveAt;
  private final double[] lead;
  private final double[] state;
  private final double[] inside;
  private final double[] weights = new double[6];
  private double[] kBar1;
  private final double[] kBar2;
  private final double[] kBar3;
  private final double[] kBar4;
  private final double[] kBar5;
  private final double[] kBar6;
  private double[] kBar7;
  private final double[] yBar2;
  private final double[] yBar3;
  private final double[] yBar4;
  private final double[] yBar5;
  private final double[] yBar6;

  DormandPrinceAdjoint(Callback f, int n, double @Nullable [] dActive, int dActiveAt) {
    this.f = f;
    this.n = n;
    this.dActive = dActive;
    this.dActiveAt = dActiveAt;
    lead = new double[n + 1];
    state = new double[n];
    inside = new double[n];
    kBar1 = new double[n];
    kBar2 = new double[n];
    kBar3 = new double[n];
    kBar4 = new double[n];
    kBar5 = new double[n];
    kBar6 = new double[n];
    kBar7 = new double[n];
    yBar2 = new double[n + 1];
    yBar3 = new double[n + 1];
    yBar4 = new double[n + 1];
    yBar5 = new double[n + 1];
    yBar6 = new double[n + 1];
  }

  /** Adjoint of the state at the end of the step that comes next; in the end, of the initial. */
  double[] state() {
    return state;
  }

  /** Adds the adjoint of the output at {@code time}, which lies in the step that comes next. */
  void output(double time, double from, double to, double[] dOut, int at) {
    double[] w = weights;
    denseWeights(time, from, to, w);
    for (int i = 0; i < n; i++) {
      double d = dOut[at + i];
      inside[i] += d;
      kBar1[i] += w[0] * d;
      kBar3[i] += w[1] * d;
      kBar4[i] += w[2] * d;
      kBar5[i] += w[3] * d;
      kBar6[i] += w[4] * d;
      kBar7[i] += w[5] * d;
    }
  }

  /** Sets {@code into} to the product of an adjoint slope with the Jacobian at a point. */
  private void product(double t, double[] states, int at, double[] kBar, double[] into) {
    lead[0] = t;
    for (int i = 0; i < n; i++) {
      lead[i + 1] = states[at + i];
      into[i + 1] = 0;
    }
    f.vjp(lead, kBar, into, dActive, dActiveAt);
  }

  /** Reverses the evaluation of the slope at the end of a step, or at the very beginning. */
  void slope(double t, double[] states, int at) {
    boolean used = false;
    for (double d : kBar7) {
      used |= d != 0;
    }
    if (!used) {
      return;
    }
    product(t, states, at, kBar7, yBar6);
    for (int i = 0; i < n; i++) {
      state[i] += yBar6[i + 1];
    }
    Arrays.fill(kBar7, 0);
  }

  /** Reverses a step, but for its first slope. {@code at} is where its first stage stands. */
  void step(double t, double h, double[] states, int at) {
    double b = h * B6;
    for (int i = 0; i < n; i++) {
      kBar6[i] += b * state[i];
    }
    product(t + h, states, at + 5 * n, kBar6, yBar6);
    b = h * B5;
    double a6 = h * A65;
    for (int i = 0; i < n; i++) {
      kBar5[i] += b * state[i] + a6 * yBar6[i + 1];
    }
    product(t + h * C5, states, at + 4 * n, kBar5, yBar5);
    b = h * B4;
    a6 = h * A64;
    double a5 = h * A54;
    for (int i = 0; i < n; i++) {
      kBar4[i] += b * state[i] + a6 * yBar6[i + 1] + a5 * yBar5[i + 1];
    }
    product(t + h * C4, states, at + 3 * n, kBar4, yBar4);
    b = h * B3;
    a6 = h * A63;
    a5 = h * A53;
    double a4 = h * A43;
    for (int i = 0; i < n; i++) {
      kBar3[i] += b * state[i] + a6 * yBar6[i + 1] + a5 * yBar5[i + 1] + a4 * yBar4[i + 1];
    }
    product(t + h * C3, states, at + 2 * n, kBar3, yBar3);
    a6 = h * A62;
    a5 = h * A52;
    a4 = h * A42;
    double a3 = h * A32;
    for (int i = 0; i < n; i++) {
      kBar2[i] = a6 * yBar6[i + 1] + a5 * yBar5[i + 1] + a4 * yBar4[i + 1] + a3 * yBar3[i + 1];
    }
    product(t + h * C2, states, at + n, kBar2, yBar2);
    finish(h);
  }

  /** The adjoints of the first slope and of the initial state of a step. */
  private void finish(double h) {
    double b = h * B1;
    double a6 = h * A61;
    double a5 = h * A51;
    double a4 = h * A41;
    double a3 = h * A31;
    double a2 = h * A21;
    for (int i = 0; i < n; i++) {
      double s2 = yBar2[i + 1];
      double s3 = yBar3[i + 1];
      double s4 = yBar4[i + 1];
      double s5 = yBar5[i + 1];
      double s6 = yBar6[i + 1];
      kBar1[i] += b * state[i] + a6 * s6 + a5 * s5 + a4 * s4 + a3 * s3 + a2 * s2;
      state[i] += inside[i] + (s2 + s3 + s4 + s5 + s6);
      inside[i] = 0;
      kBar3[i] = 0;
      kBar4[i] = 0;
      kBar5[i] = 0;
      kBar6[i] = 0;
    }
    double[] empty = kBar7;
    kBar7 = kBar1;
    kBar1 = empty;
  }
}
