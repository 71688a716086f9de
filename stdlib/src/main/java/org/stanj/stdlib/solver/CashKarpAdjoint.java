package org.stanj.stdlib.solver;

import static org.stanj.stdlib.solver.CashKarp.*;

import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;

/**
 * The reverse of steps of {@link CashKarp}: with Yᵢ the state of stage i and Jᵢ the Jacobian of f
 * there, k̄ᵢ = h (bᵢ ȳ₁ + Σⱼ aⱼᵢ Ȳⱼ), Ȳᵢ = Jᵢ′ k̄ᵢ, ȳ = ȳ₁ + Σ Ȳᵢ. Source: Hager, Numer. Math. 87
 * (2000) 247, doi:10.1007/s002110000178.
 */
final class CashKarpAdjoint {
  private final Callback f;
  private final int n;
  private final double @Nullable [] dActive;
  private final int dActiveAt;
  private final double[] lead;
  private final double[] state;
  private final double[] kBar;
  private final double[] yBar1;
  private final double[] yBar2;
  private final double[] yBar3;
  private final double[] yBar4;
  private final double[] yBar5;
  private final double[] yBar6;

  CashKarpAdjoint(Callback f, int n, double @Nullable [] dActive, int dActiveAt) {
    this.f = f;
    this.n = n;
    this.dActive = dActive;
    this.dActiveAt = dActiveAt;
    lead = new double[n + 1];
    state = new double[n];
    kBar = new double[n];
    yBar1 = new double[n + 1];
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

  /** Adds the adjoint of the output at the end of the step that comes next. */
  void output(double[] dOut, int at) {
    for (int i = 0; i < n; i++) {
      state[i] += dOut[at + i];
    }
  }

  /** Sets {@code into} to the product of the adjoint slope with the Jacobian at a point. */
  private void product(double t, double[] states, int at, double[] into) {
    lead[0] = t;
    for (int i = 0; i < n; i++) {
      lead[i + 1] = states[at + i];
      into[i + 1] = 0;
    }
    f.vjp(lead, kBar, into, dActive, dActiveAt);
  }

  /** Reverses a step. {@code at} is where its first stage stands. */
  void step(double t, double h, double[] states, int at) {
    double b = h * B6;
    for (int i = 0; i < n; i++) {
      kBar[i] = b * state[i];
    }
    product(t + C6 * h, states, at + 5 * n, yBar6);
    double a6 = h * A65;
    for (int i = 0; i < n; i++) {
      kBar[i] = a6 * yBar6[i + 1];
    }
    product(t + h, states, at + 4 * n, yBar5);
    b = h * B4;
    a6 = h * A64;
    double a5 = h * A54;
    for (int i = 0; i < n; i++) {
      kBar[i] = b * state[i] + a6 * yBar6[i + 1] + a5 * yBar5[i + 1];
    }
    product(t + C4 * h, states, at + 3 * n, yBar4);
    b = h * B3;
    a6 = h * A63;
    a5 = h * A53;
    double a4 = h * A43;
    for (int i = 0; i < n; i++) {
      kBar[i] = b * state[i] + a6 * yBar6[i + 1] + a5 * yBar5[i + 1] + a4 * yBar4[i + 1];
    }
    product(t + C3 * h, states, at + 2 * n, yBar3);
    a6 = h * A62;
    a5 = h * A52;
    a4 = h * A42;
    double a3 = h * A32;
    for (int i = 0; i < n; i++) {
      kBar[i] = a6 * yBar6[i + 1] + a5 * yBar5[i + 1] + a4 * yBar4[i + 1] + a3 * yBar3[i + 1];
    }
    product(t + C2 * h, states, at + n, yBar2);
    first(t, h, states, at);
  }

  /** The first stage, and the initial state of the step. */
  private void first(double t, double h, double[] states, int at) {
    double b = h * B1;
    double a6 = h * A61;
    double a5 = h * A51;
    double a4 = h * A41;
    double a3 = h * A31;
    double a2 = h * A21;
    for (int i = 0; i < n; i++) {
      kBar[i] =
          b * state[i]
              + a6 * yBar6[i + 1]
              + a5 * yBar5[i + 1]
              + a4 * yBar4[i + 1]
              + a3 * yBar3[i + 1]
              + a2 * yBar2[i + 1];
    }
    product(t, states, at, yBar1);
    for (int i = 0; i < n; i++) {
      state[i] +=
          yBar1[i + 1] + yBar2[i + 1] + yBar3[i + 1] + yBar4[i + 1] + yBar5[i + 1] + yBar6[i + 1];
    }
  }
}
