package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;
import org.stanj.stdlib.solver.DoubleExponential.Estimate;
import org.stanj.stdlib.solver.DoubleExponential.Integrand;

/**
 * Integrals over one variable: Stan's {@code integrate_1d}, by {@link DoubleExponential}
 * quadrature.
 *
 * <p>The callback's leading arguments are x and its complement xc: for finite limits the distance
 * to the nearer one without cancellation, upper − x above the middle and lower − x, negative, below
 * it; NaN if a limit is infinite. A range that contains 0 inside, unless it is the whole line, is
 * split there, and each part has to reach the tolerance; xc then also is the distance to 0. Equal
 * limits give 0.
 *
 * <p>Source: Stan Functions Reference, "Numerical integration of one-dimensional functions".
 */
public final class Quadrature {
  private static final double[] EMPTY = {};
  private static final String[] WHOLE = {""};
  private static final String[] PARTS = {" below zero", " above zero"};

  private Quadrature() {}

  /**
   * ∫ f(x, xc) dx from {@code limits[limitsAt]} to the element after it.
   *
   * @param two length of the limits
   * @param relTol of each part, relative to ∫|f|
   * @param name of the function in messages about the limits
   * @param one length of the output
   * @throws RejectException if the lower limit is above the upper one, if both are the same
   *     infinity, if f is not finite inside the range, or if the tolerance is not reached
   */
  public static double[] integrate1d(
      Callback f,
      double[] limits,
      int limitsAt,
      int two,
      double relTol,
      String name,
      double[] out,
      int outAt,
      int one) {
    double lower = limits[limitsAt];
    double upper = limits[limitsAt + 1];
    check(name, lower, upper);
    double[] lead = new double[2];
    out[outAt] =
        integrate(
            lower,
            upper,
            relTol,
            1,
            (x, complement, y) -> {
              lead[0] = x;
              lead[1] = complement;
              f.value(lead, y);
            })[0];
    return EMPTY;
  }

  /**
   * Adjoint of {@link #integrate1d}: each active real gets the integral of the integrand's
   * derivative by it, which has to reach the tolerance too; the limits get ∓f(limit, 0) where they
   * are finite.
   *
   * <p>A derivative that is NaN counts as 0 where f is 0: beyond where f underflows its derivative
   * is often 0 · ∞. A limit where f cannot be evaluated gets NaN.
   *
   * @throws RejectException also if a derivative is NaN where f is not 0
   */
  public static void integrate1dAdjoint(
      Callback f,
      double[] limits,
      int limitsAt,
      int two,
      double relTol,
      String name,
      double[] out,
      int outAt,
      int one,
      double[] trace,
      int traceAt,
      int traceLength,
      double @Nullable [] dLimits,
      int dLimitsAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    double adjoint = dOut[dOutAt];
    if (adjoint == 0) {
      return;
    }
    double lower = limits[limitsAt];
    double upper = limits[limitsAt + 1];
    if (dLimits != null) {
      dLimits[dLimitsAt] -= adjoint * atLimit(f, lower);
      dLimits[dLimitsAt + 1] += adjoint * atLimit(f, upper);
    }
    int n = f.activeLength();
    if (dActive == null || n == 0) {
      return;
    }
    double[] gradient = integrate(lower, upper, relTol, n, derivative(f));
    for (int i = 0; i < n; i++) {
      dActive[dActiveAt + i] += adjoint * gradient[i];
    }
  }

  private static void check(String name, double lower, double upper) {
    if (!(lower <= upper)) {
      throw RejectException.domain(
          name
              + ": lower limit is "
              + Numbers.general(lower)
              + ", but must be less than or equal to "
              + Numbers.fixed(upper));
    }
    if (lower == upper && Double.isInfinite(lower)) {
      throw RejectException.domain(
          name + ": Integration endpoints are both " + Numbers.general(lower));
    }
  }

  private static Integrand derivative(Callback f) {
    double[] lead = new double[2];
    double[] dLead = new double[2];
    double[] value = new double[1];
    double[] unit = {1};
    return (x, complement, y) -> {
      lead[0] = x;
      lead[1] = complement;
      unit[0] = 1;
      Arrays.fill(y, 0);
      f.vjp(lead, unit, dLead, y, 0);
      for (int i = 0; i < y.length; i++) {
        if (Double.isNaN(y[i])) {
          f.value(lead, value);
          y[i] = undefined(value[0], i);
        }
      }
    };
  }

  private static double undefined(double value, int i) {
    if (value == 0) {
      return 0;
    }
    if (Double.isFinite(value)) {
      throw RejectException.domain("gradient_of_f: The gradient of f is nan for parameter " + i);
    }
    return Double.NaN;
  }

  private static double atLimit(Callback f, double limit) {
    if (Double.isInfinite(limit)) {
      return 0;
    }
    double[] value = new double[1];
    try {
      f.value(new double[] {limit, 0}, value);
    } catch (RejectException e) {
      if (e.kind() == RejectException.Kind.DOMAIN) {
        return Double.NaN;
      }
      throw e;
    }
    return value[0];
  }

  /** The integrals of all components, in parts below and above 0 where need be. */
  private static double[] integrate(
      double lower, double upper, double tolerance, int components, Integrand integrand) {
    if (lower == upper) {
      return new double[components];
    }
    boolean infinite = Double.isInfinite(lower) || Double.isInfinite(upper);
    boolean line = Double.isInfinite(lower) && Double.isInfinite(upper);
    boolean split = lower < 0 && upper > 0 && !line;
    double[] cuts = split ? new double[] {lower, 0, upper} : new double[] {lower, upper};
    Estimate[] parts = new Estimate[cuts.length - 1];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          DoubleExponential.integrate(
              cuts[i], cuts[i + 1], !infinite, tolerance, components, integrand);
    }
    double[] total = new double[components];
    for (int i = 0; i < parts.length; i++) {
      requireSettled(parts[i], tolerance, split ? PARTS[i] : WHOLE[0]);
      for (int c = 0; c < components; c++) {
        total[c] += parts[i].value()[c];
      }
    }
    return total;
  }

  private static void requireSettled(Estimate estimate, double tolerance, String where) {
    int i = estimate.unsettled(tolerance);
    if (i >= 0) {
      throw RejectException.domain(
          "integrate: error estimate of integral"
              + where
              + " "
              + Numbers.general(estimate.error()[i])
              + " exceeds the given relative tolerance times norm of integral"
              + where);
    }
  }
}
