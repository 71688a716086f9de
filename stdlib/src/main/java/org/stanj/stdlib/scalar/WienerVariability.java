package org.stanj.stdlib.scalar;

/**
 * Integrals of the density f(s; β) of {@link WienerPoint} over a bias that is uniform on β ± sw/2
 * and a non-decision time that is uniform on τ to τ + st. With f̄(s) the mean over the bias, T = y
 * − τ, and κ(s) the part of the non-decision times that leaves more than s, clamp((T − s)/st, 0,
 * 1):
 *
 * <p>density ∫ f̄ ds/st from max(0, T − st) to T, distribution function ∫ f̄ κ ds, and its
 * complement ∫ f̄ (1 − κ) ds up to ∞.
 *
 * <p>Adaptive quadrature over s, mostly on the scale of log s where f̄ s is smooth and short, and
 * over the bias. Relative error about 1e−10. Source: Henrich, Hartmann, Pratz, Voss and Klauer,
 * Behav. Res. Methods 56 (2024) 3102; the distribution functions are integrals of the density in
 * time here and so need no integral over the drift.
 */
final class WienerVariability {
  private static final double TOLERANCE = 1e-11;
  private static final double INNER_TOLERANCE = 1e-12;
  private static final int PARTS = 80;
  private static final int INNER_PARTS = 40;
  private static final double NEGLIGIBLE_LOG = 50;

  /** What an integral over time holds, each but PLAIN weighted. */
  static final int VALUE = 0;

  static final int DRIFT = 1;
  static final int VARIABILITY = 2;
  static final int BIAS = 3;
  static final int HIGH = 4;
  static final int LOW = 5;
  static final int PLAIN = 6;
  private static final int COUNT = 7;

  private final WienerPoint point;
  private final double beta;
  private final double sw;
  private final double[] inner = new double[3];

  /** The log of the scale of all integrals, so that none underflows. */
  private double scale;

  WienerVariability(WienerPoint point, double beta, double sw) {
    this.point = point;
    this.beta = beta;
    this.sw = sw;
  }

  double scale() {
    return scale;
  }

  /** A weight of times. */
  interface Weight {
    double at(double s);
  }

  /** A time below which f is negligible beside what it is before {@code time}. */
  double earliest(double time) {
    double low = point.a() * (1 - beta - 0.5 * sw);
    double high = point.a() * (1 - beta + 0.5 * sw);
    double spread = point.sv() * high;
    double room = NEGLIGIBLE_LOG + Math.abs(point.v()) * high + 0.5 * spread * spread;
    return 1 / (1 / time + 2 * room / low / low);
  }

  /** A time after which f is negligible beside what it is at {@code time}. */
  double latest(double time) {
    double d = 1 + point.sv() * point.sv() * time;
    double r = point.a() * (Math.abs(point.v()) + point.sv() * point.sv() * point.a());
    double growth = (point.v() * point.v() * time + r) / d;
    double decay = 0.5 * Math.PI * Math.PI / point.a() / point.a();
    return time + (NEGLIGIBLE_LOG + growth) / decay;
  }

  /** Sets the scale to about the largest s f(s) between two times. */
  void scaleTo(double from, double to) {
    double largest = Double.NEGATIVE_INFINITY;
    int steps = 24;
    for (int i = 0; i <= steps; i++) {
      double s = from * Math.pow(to / from, i / (double) steps);
      for (int j = -1; j <= 1; j++) {
        largest = Math.max(largest, Math.log(s) + point.log(s, beta + 0.5 * j * sw));
      }
    }
    scale = largest;
  }

  /** Sets the scale to f at one time. */
  void scaleAt(double time) {
    double ends = Math.max(point.log(time, beta - 0.5 * sw), point.log(time, beta + 0.5 * sw));
    scale = Math.max(point.log(time, beta), ends);
  }

  /** Adds the integrals over log s between two times. */
  void addLogarithmic(double from, double to, Weight weight, double[] total) {
    if (from < to) {
      GaussKronrod.Functions functions =
          (q, values) -> {
            double s = Math.exp(q);
            fill(s, s, weight.at(s), values);
          };
      double[] part =
          GaussKronrod.integrate(functions, COUNT, Math.log(from), Math.log(to), TOLERANCE, PARTS);
      accumulate(part, total);
    }
  }

  /** Adds the integrals over the last {@code length} before {@code time}; weights of the rest. */
  void addLast(double time, double length, Weight weight, double[] total) {
    GaussKronrod.Functions functions =
        (p, values) -> fill(time - length * p, length, weight.at(p), values);
    accumulate(GaussKronrod.integrate(functions, COUNT, 0, 1, TOLERANCE, PARTS), total);
  }

  private static void accumulate(double[] part, double[] total) {
    for (int i = 0; i < part.length; i++) {
      total[i] += part[i];
    }
  }

  static double[] zero() {
    return new double[COUNT];
  }

  private void fill(double s, double measure, double weight, double[] values) {
    if (sw > 0) {
      means(s, inner);
      values[VALUE] = inner[0] * measure;
      values[DRIFT] = inner[1] * measure * weight;
      values[VARIABILITY] = inner[2] * measure * weight;
      values[BIAS] = 0;
      values[HIGH] = measure * weight * density(s, beta + 0.5 * sw);
      values[LOW] = measure * weight * density(s, beta - 0.5 * sw);
    } else {
      WienerPoint.Slopes slopes = point.slopes(s, beta);
      double f = Math.exp(slopes.log() - scale) * measure;
      values[VALUE] = f;
      values[DRIFT] = f * weight * point.driftSlope(s, beta);
      values[VARIABILITY] = f * weight * point.variabilitySlope(s, beta);
      values[BIAS] = f == 0 ? 0 : f * weight * slopes.bias();
      values[HIGH] = 0;
      values[LOW] = 0;
    }
    values[PLAIN] = values[VALUE];
    values[VALUE] *= weight;
  }

  /** f(s) over the scale. */
  double density(double s, double bias) {
    return Math.exp(point.log(s, bias) - scale);
  }

  /** f̄(s) over the scale. */
  double mean(double s) {
    if (sw == 0) {
      return density(s, beta);
    }
    means(s, inner);
    return inner[0];
  }

  /** f̄ and the means of its slopes in v and in sv. */
  private void means(double s, double[] result) {
    GaussKronrod.Functions functions =
        (bias, values) -> {
          double f = density(s, bias);
          values[0] = f;
          values[1] = f * point.driftSlope(s, bias);
          values[2] = f * point.variabilitySlope(s, bias);
        };
    overBias(functions, result);
  }

  /** f̄, the means of its slopes in v and sv, and of that in time. */
  double[] atOneTime(double s) {
    GaussKronrod.Functions functions =
        (bias, values) -> {
          WienerPoint.Slopes slopes = point.slopes(s, bias);
          double f = Math.exp(slopes.log() - scale);
          values[0] = f;
          values[1] = f * point.driftSlope(s, bias);
          values[2] = f * point.variabilitySlope(s, bias);
          values[3] = f * slopes.time();
        };
    double[] result = new double[4];
    overBias(functions, result);
    return result;
  }

  private void overBias(GaussKronrod.Functions functions, double[] result) {
    double low = beta - 0.5 * sw;
    double high = beta + 0.5 * sw;
    double[] integrals =
        GaussKronrod.integrate(functions, result.length, low, high, INNER_TOLERANCE, INNER_PARTS);
    for (int i = 0; i < result.length; i++) {
      result[i] = integrals[i] / sw;
    }
  }
}
