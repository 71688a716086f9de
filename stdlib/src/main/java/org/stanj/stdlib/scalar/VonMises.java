package org.stanj.stdlib.scalar;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Mass of the von Mises density exp(κ cos t)/(2π I₀(κ)) on an interval, by Gauss and Legendre on
 * panels as wide as the density's peak.
 */
public final class VonMises {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(24);
  private static final int MAX_PANELS = 4000;

  private VonMises() {}

  /** ∫ of the density from a to b. */
  public static double mass(double a, double b, double kappa) {
    return integral(a, b, kappa, false) * scale(kappa);
  }

  /** Its derivative in κ: ∫ (cos t − I₁/I₀) of the density from a to b. */
  public static double massSlope(double a, double b, double kappa) {
    double ratio = BesselFunctions.logISlope(0, kappa);
    double centred = integral(a, b, kappa, true) + (1 - ratio) * integral(a, b, kappa, false);
    return centred * scale(kappa);
  }

  /** exp(κ)/(2π I₀(κ)). */
  private static double scale(double kappa) {
    return Math.exp(kappa - BesselFunctions.logI(0, kappa)) / (2 * Math.PI);
  }

  /** ∫ exp(κ(cos t − 1)) dt from a to b, or with the factor cos t − 1. */
  private static double integral(double a, double b, double kappa, boolean falling) {
    double width = Math.min(1, 2 / Math.sqrt(kappa));
    int panels = (int) Math.max(1, Math.min(MAX_PANELS, Math.ceil((b - a) / width)));
    double half = 0.5 * (b - a) / panels;
    double sum = 0;
    for (int p = 0; p < panels; p++) {
      double middle = a + (2 * p + 1) * half;
      for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
        double s = Math.sin(0.5 * (middle + half * RULE.getPoint(i)));
        double c = -2 * s * s;
        double f = RULE.getWeight(i) * Math.exp(kappa * c);
        sum += falling ? c * f : f;
      }
    }
    return half * sum;
  }
}
