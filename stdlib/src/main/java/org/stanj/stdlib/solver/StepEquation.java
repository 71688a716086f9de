package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;

/**
 * The implicit equation of a step, R(e) = 0, for the correction e of predicted y and h y′.
 *
 * <p>With y = p₀ + e, h y′ = p₁ + l₁ e and γ = h / l₁: R = γ F(t, y, y′), where F = y′ - f(t, y)
 * for a differential equation. Its matrix is M = γ ∂F/∂y + ∂F/∂y′.
 */
abstract sealed class StepEquation permits OdeEquation, DaeEquation {
  final Callback f;
  final int n;

  /** Arguments of the function at the point of the last residual. */
  final double[] lead;

  final double[] dLead;
  final double[] value;
  final double[] seed;

  double h;
  double gamma;

  StepEquation(Callback f, int n, int leading) {
    this.f = f;
    this.n = n;
    lead = new double[leading];
    dLead = new double[leading];
    value = new double[n];
    seed = new double[n];
  }

  /** Sets the time at the end of the step, its size and γ. */
  final void step(double t, double size, double l1) {
    lead[0] = t;
    h = size;
    gamma = size / l1;
  }

  /**
   * The residual at a correction.
   *
   * @param p predicted y, then predicted h y′
   * @return false where it is not finite
   */
  abstract boolean residual(double[] p, double[] e, double[] r);

  /** Differentiates the function at the point of the last residual, by n vector products. */
  abstract void differentiate();

  /** Writes M of the last derivatives and the present γ, row after row. */
  abstract void matrix(double[] m);

  /** Sets the point of the last residual from a trace; the result is the index after it. */
  final int restore(double[] trace, int at) {
    int length = lead.length - 1;
    System.arraycopy(trace, at, lead, 1, length);
    return at + length;
  }

  /** out = M′w at the present point. */
  abstract void transposedProduct(double[] w, double[] out);

  /**
   * Adds {@code -w′ ∂R/∂(p₀, p₁, active)} at the present point.
   *
   * @param p adjoints of predicted y, then of predicted h y′
   */
  abstract void pull(double[] w, double[] p, double @Nullable [] dActive, int dActiveAt);

  /** dLead = s′ ∂f/∂lead at the present point, s being {@link #seed}. */
  final void product(double @Nullable [] dActive, int dActiveAt) {
    Arrays.fill(dLead, 0);
    f.vjp(lead, seed, dLead, dActive, dActiveAt);
  }
}
