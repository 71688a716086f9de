package org.stanj.stdlib.scalar;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Owen's T(h, a) = (1/2π) ∫₀ᵃ exp(−h²(1 + x²)/2)/(1 + x²) dx.
 *
 * <p>For |a| ≤ 1 by Gauss and Legendre on the part of [0, a] where the integrand is not negligible;
 * larger a by T(h, a) + T(ah, 1/a) = ½(q(h) + q(ah)) − q(h) q(ah) with the upper tail q of the
 * normal distribution, h ≥ 0. Source: Owen, Ann. Math. Statist. 27 (1956) 1075.
 */
public final class OwensT {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(40);
  private static final double NEGLIGIBLE = 9;

  private OwensT() {}

  /** T(h, a): even in h, odd in a. */
  public static double value(double h, double a) {
    double height = Math.abs(h);
    double value = positive(height, Math.abs(a));
    return a < 0 ? -value : value;
  }

  private static double positive(double h, double a) {
    if (Double.isNaN(h) || Double.isNaN(a)) {
      return Double.NaN;
    }
    if (a <= 1) {
      return integral(h, a);
    }
    double q = NormalFunctions.phi(-h);
    if (a == Double.POSITIVE_INFINITY) {
      return 0.5 * q;
    }
    double r = NormalFunctions.phi(-a * h);
    return 0.5 * (q + r) - q * r - integral(a * h, 1 / a);
  }

  private static double integral(double h, double a) {
    double upper = Math.min(a, NEGLIGIBLE / h);
    double scaled = 0;
    for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
      double x = 0.5 * upper * (1 + RULE.getPoint(i));
      scaled += RULE.getWeight(i) * Math.exp(-0.5 * h * h * x * x) / (1 + x * x);
    }
    return Math.exp(-0.5 * h * h) * 0.5 * upper * scaled / (2 * Math.PI);
  }

  /** ∂T/∂h = −φ(h)(Φ(ah) − ½). */
  public static double heightSlope(double h, double a) {
    return -0.19947114020071635
        * Math.exp(-0.5 * h * h)
        * NormalFunctions.erf(a * h * 0.7071067811865476);
  }

  /** ∂T/∂a = exp(−½h²(1 + a²))/(2π(1 + a²)). */
  public static double upperSlope(double h, double a) {
    double t = 1 + a * a;
    return Math.exp(-0.5 * h * h * t) / (2 * Math.PI * t);
  }
}
