package org.stanj.stdlib.scalar;

import org.apache.commons.math3.special.BesselJ;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Bessel functions J of integer order and the modified ones, I and K.
 *
 * <p>I by its power series (DLMF 10.25.2), whose terms are positive: summed outwards from the
 * largest one, so that nothing overflows and the number of terms grows as √z; where z is large
 * beside the order, by Hankel's expansion (DLMF 10.40.1). K by the trapezoidal rule on ∫₀^∞ e^(−z
 * cosh t) cosh nt dt (DLMF 10.32.9), which converges exponentially.
 */
public final class BesselFunctions {
  private static final double HALF_LOG_2_PI = 0.9189385332046728;
  private static final double LARGE = 1e6;
  private static final double EPSILON = 1e-17;

  private BesselFunctions() {}

  /**
   * log I_v(z), v ≥ 0; −∞ at z = 0 except for v = 0.
   *
   * @throws RejectException if v or z is negative
   */
  public static double logI(double v, double z) {
    nonnegative("first argument (order)", v);
    nonnegative("second argument (variable)", z);
    if (z == 0) {
      return v == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    if (z == Double.POSITIVE_INFINITY) {
      return z;
    }
    return z > LARGE && v * v < z ? hankel(v, z) : series(v, z)[0];
  }

  private static void nonnegative(String argument, double x) {
    if (!(x >= 0)) {
      throw RejectException.domain(
          "log_modified_bessel_first_kind: "
              + argument
              + " is "
              + Numbers.general(x)
              + ", but must be nonnegative!");
    }
  }

  /** ∂ log I_v(z)/∂v. */
  public static double logIOrderSlope(double v, double z) {
    return z > 0 && z < Double.POSITIVE_INFINITY ? series(v, z)[1] : Double.NEGATIVE_INFINITY;
  }

  /** ∂ log I_v(z)/∂z = I_(v+1)/I_v + v/z. */
  public static double logISlope(double v, double z) {
    if (z == 0) {
      return v == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return Math.exp(logI(v + 1, z) - logI(v, z)) + v / z;
  }

  /** log I and its derivative in v: the sum of the series about its largest term. */
  private static double[] series(double v, double z) {
    double quarter = 0.25 * z * z;
    double peak = Math.max(0, Math.floor(0.5 * (Math.sqrt(v * v + z * z) - v)));
    double logPeak =
        (v + 2 * peak) * Math.log(0.5 * z)
            - GammaFunctions.lgamma(peak + 1)
            - GammaFunctions.lgamma(v + peak + 1);
    double psiPeak = GammaFunctions.digamma(v + peak + 1);
    double sum = 1;
    double psiSum = psiPeak;
    double term = 1;
    double psi = psiPeak;
    for (double k = peak + 1; term > EPSILON * sum; k++) {
      psi += 1 / (v + k);
      term *= quarter / (k * (v + k));
      sum += term;
      psiSum += term * psi;
    }
    term = 1;
    psi = psiPeak;
    for (double k = peak; k > 0 && term > EPSILON * sum; k--) {
      psi -= 1 / (v + k);
      term *= k * (v + k) / quarter;
      sum += term;
      psiSum += term * psi;
    }
    return new double[] {logPeak + Math.log(sum), Math.log(0.5 * z) - psiSum / sum};
  }

  private static double hankel(double v, double z) {
    double mu = 4 * v * v;
    double term = 1;
    double sum = 1;
    for (int k = 1; k < 30; k++) {
      double odd = 2 * k - 1;
      term *= -(mu - odd * odd) / (8 * k * z);
      sum += term;
    }
    return z - 0.5 * Math.log(z) - HALF_LOG_2_PI + Math.log(sum);
  }

  /** I_n(z) of integer order. */
  public static double modifiedFirst(int n, double z) {
    int order = Math.abs(n);
    double value = Math.exp(logI(order, Math.abs(z)));
    return z < 0 && order % 2 == 1 ? -value : value;
  }

  /**
   * K_n(z) of integer order.
   *
   * @throws RejectException if z is not positive
   */
  public static double modifiedSecond(int n, double z) {
    if (!(z > 0)) {
      throw RejectException.domain(
          "modified_bessel_second_kind: z is " + Numbers.general(z) + ", but must be positive!");
    }
    double h = 1.0 / 32;
    double order = Math.abs(n);
    double sum = 0.5 * Math.exp(-z);
    double last = Double.POSITIVE_INFINITY;
    for (int k = 1; k < 4000; k++) {
      double t = k * h;
      double grown = order * t - z * Math.cosh(t);
      double term = 0.5 * (Math.exp(grown) + Math.exp(-order * t - z * Math.cosh(t)));
      sum += term;
      if (term < EPSILON * sum && term < last) {
        break;
      }
      last = term;
    }
    return h * sum;
  }

  /** J_n(z) of integer order. */
  public static double first(int n, double z) {
    int order = Math.abs(n);
    double value = BesselJ.value(order, Math.abs(z));
    boolean negative = order % 2 == 1 && (n < 0 ^ z < 0);
    return negative ? -value : value;
  }
}
