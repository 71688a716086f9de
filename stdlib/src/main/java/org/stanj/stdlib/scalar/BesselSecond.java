package org.stanj.stdlib.scalar;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Bessel functions Y of integer order: orders 0 and 1, then the recurrence, which is stable
 * upwards. Below 25 by Neumann's series in the J's (DLMF 10.23.17), which Miller's recurrence gives
 * (DLMF 3.6(vi)); above by Hankel's expansion (DLMF 10.17.4).
 */
public final class BesselSecond {
  private static final double EULER = 0.5772156649015329;
  private static final double LARGE = 25;
  private static final double SMALL = 1e-9;

  private BesselSecond() {}

  /**
   * Y_n(z).
   *
   * @throws RejectException if z is not positive
   */
  public static double second(int n, double z) {
    if (Double.isNaN(z)) {
      return z;
    }
    if (!(z > 0)) {
      throw RejectException.domain(
          "bessel_second_kind: z is " + Numbers.general(z) + ", but must be positive!");
    }
    if (z == Double.POSITIVE_INFINITY) {
      return 0;
    }
    int order = Math.abs(n);
    double[] first = z < LARGE ? neumann(z) : new double[] {hankel(0, z), hankel(1, z)};
    double below = first[0];
    double value = order == 0 ? below : first[1];
    for (int k = 1; k < order && value > Double.NEGATIVE_INFINITY; k++) {
      double next = 2 * k / z * value - below;
      below = value;
      value = next;
    }
    return n < 0 && order % 2 == 1 ? -value : value;
  }

  /** Y₀ and Y₁. */
  private static double[] neumann(double z) {
    double log = Math.log(0.5 * z) + EULER;
    double half = 2 / Math.PI;
    if (z < SMALL) {
      return new double[] {half * log, -half / z};
    }
    double[] j = new double[40 + 2 * (int) z];
    double above = 0;
    double here = 1e-290;
    double norm = 0;
    for (int k = j.length - 1; k >= 0; k--) {
      j[k] = here;
      norm += k % 2 != 0 ? 0 : k == 0 ? here : 2 * here;
      double next = 2 * k / z * here - above;
      above = here;
      here = next;
      if (Math.abs(here) > 1e250) {
        scale(j, k, 1e-250);
        here *= 1e-250;
        above *= 1e-250;
        norm *= 1e-250;
      }
    }
    double y0 = 0;
    double y1 = 0;
    for (int k = j.length / 2 - 1; k >= 1; k--) {
      double sign = k % 2 == 0 ? 1 : -1;
      y0 += sign * j[2 * k] / k;
      y1 += sign * (2 * k + 1) / (k * (k + 1.0)) * j[2 * k + 1];
    }
    return new double[] {
      half * (log * j[0] - 2 * y0) / norm, half * ((log - 1) * j[1] - y1 - j[0] / z) / norm
    };
  }

  private static void scale(double[] j, int from, double factor) {
    for (int k = from; k < j.length; k++) {
      j[k] *= factor;
    }
  }

  /** √(2/(πz)) (P sin χ + Q cos χ), χ = z − nπ/2 − π/4, n = 0 or 1. */
  private static double hankel(int n, double z) {
    double mu = 4 * n;
    double p = 1;
    double q = 0;
    double term = 1;
    for (int k = 1; k < 50 && Math.abs(term) > 1e-18; k++) {
      double odd = 2 * k - 1;
      term *= (mu - odd * odd) / (8 * k * z);
      double signed = k / 2 % 2 == 0 ? term : -term;
      p += k % 2 == 0 ? signed : 0;
      q += k % 2 == 0 ? 0 : signed;
    }
    double s = Math.sin(z);
    double c = Math.cos(z);
    double sine = n == 0 ? s - c : -s - c;
    double cosine = n == 0 ? s + c : s - c;
    return (p * sine + q * cosine) / Math.sqrt(Math.PI * z);
  }
}
