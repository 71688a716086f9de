package org.stanj.stdlib.scalar;

/** The arguments of a Wiener density or distribution function, and its value with slopes there. */
final class WienerArguments {
  /** Value and slopes: in y (that in τ is the opposite), α, β, δ, sv, sw and st. */
  record Slopes(
      double log,
      double time,
      double separation,
      double bias,
      double drift,
      double sv,
      double sw,
      double st) {}

  private final WienerPoint point;
  private final double time;
  private final double beta;
  private final double sw;
  private final double st;

  /** Reads (y, α, τ, β, δ, sv, sw, st). */
  WienerArguments(double[] x, int at) {
    point = new WienerPoint(x[at + 1], x[at + 4], x[at + 5]);
    time = x[at] - x[at + 2];
    beta = x[at + 3];
    sw = x[at + 6];
    st = x[at + 7];
  }

  Slopes density() {
    if (sw == 0 && st == 0) {
      WienerPoint.Slopes s = point.slopes(time, beta);
      double sv = point.variabilitySlope(time, beta);
      double drift = point.driftSlope(time, beta);
      return new Slopes(s.log(), s.time(), s.separation(), s.bias(), drift, sv, 0, 0);
    }
    return st == 0 ? densityAtOneTime() : densityOverTimes();
  }

  private Slopes densityAtOneTime() {
    WienerVariability over = new WienerVariability(point, beta, sw);
    over.scaleAt(time);
    double[] means = over.atOneTime(time);
    double f = means[0];
    double high = over.density(time, beta + 0.5 * sw) / (sw * f);
    double low = over.density(time, beta - 0.5 * sw) / (sw * f);
    double slope = means[3] / f;
    double drift = means[1] / f;
    double sv = means[2] / f;
    double separation = separation(-2, drift, sv, slope, 0);
    double spread = 0.5 * (high + low) - 1 / sw;
    return new Slopes(
        over.scale() + Math.log(f), slope, separation, high - low, drift, sv, spread, 0);
  }

  private Slopes densityOverTimes() {
    WienerVariability over = new WienerVariability(point, beta, sw);
    double[] c = WienerVariability.zero();
    over.scaleTo(Math.max(time - st, over.earliest(time)), time);
    addLast(over, p -> 1, s -> 1, c);
    double f = c[WienerVariability.VALUE];
    double early = time > st ? over.mean(time - st) / f : 0;
    double slope = over.mean(time) / f - early;
    double stSlope = early - 1 / st;
    double log = over.scale() + Math.log(f) - Math.log(st);
    return slopes(log, c, f, -2, slope, stSlope);
  }

  /**
   * Adds the integrals over times from T − st, or 0, to T: on a linear scale if that is a small
   * part of T.
   *
   * @param ofPart the weight at T − p st
   * @param ofTime the same at a time
   */
  private void addLast(
      WienerVariability over,
      WienerVariability.Weight ofPart,
      WienerVariability.Weight ofTime,
      double[] total) {
    if (st < 0.5 * time) {
      over.addLast(time, st, ofPart, total);
    } else {
      over.addLogarithmic(Math.max(time - st, over.earliest(time)), time, ofTime, total);
    }
  }

  private double separation(double degree, double drift, double sv, double slope, double stSlope) {
    double scaled = point.v() * drift + point.sv() * sv - 2 * time * slope - 2 * st * stSlope;
    return (degree + scaled) / point.a();
  }

  private Slopes slopes(
      double log, double[] c, double f, double degree, double slope, double stSlope) {
    double drift = c[WienerVariability.DRIFT] / f;
    double sv = c[WienerVariability.VARIABILITY] / f;
    double high = c[WienerVariability.HIGH] / (sw * f);
    double low = c[WienerVariability.LOW] / (sw * f);
    double bias = sw == 0 ? c[WienerVariability.BIAS] / f : high - low;
    double spread = sw == 0 ? 0 : 0.5 * (high + low) - 1 / sw;
    double separation = separation(degree, drift, sv, slope, stSlope);
    return new Slopes(log, slope, separation, bias, drift, sv, spread, stSlope);
  }

  /** F, or G that is left of the probability of the response. */
  Slopes distribution(boolean before) {
    if (point.sv() == 0 && sw == 0 && st == 0) {
      return withoutVariability(before);
    }
    WienerVariability over = new WienerVariability(point, beta, sw);
    double end = before ? time : over.latest(time);
    over.scaleTo(before ? over.earliest(end) : Math.max(time - st, over.earliest(end)), end);
    double[] total = WienerVariability.zero();
    double[] last = WienerVariability.zero();

    if (st > 0) {
      addLast(
          over, p -> before ? p : 1 - p, s -> before ? (time - s) / st : 1 - (time - s) / st, last);
      for (int i = 0; i < total.length; i++) {
        total[i] += last[i];
      }
    }
    if (before) {
      over.addLogarithmic(over.earliest(time), time - st, s -> 1, total);
    } else {
      over.addLogarithmic(Math.max(time, over.earliest(end)), end, s -> 1, total);
    }
    double f = total[WienerVariability.VALUE];
    double kept = last[WienerVariability.VALUE];
    double sign = before ? 1 : -1;
    double slope =
        st > 0 ? sign * last[WienerVariability.PLAIN] / (st * f) : sign * over.mean(time) / f;
    double within = before ? kept : last[WienerVariability.PLAIN] - kept;
    double stSlope = st > 0 ? -sign * within / (st * f) : 0;
    return slopes(over.scale() + Math.log(f), total, f, 0, slope, stSlope);
  }

  private Slopes withoutVariability(boolean before) {
    WienerDistribution all = new WienerDistribution(time, point.a(), point.v(), beta);
    WienerDistribution.Probability p = before ? all.before() : all.after();
    double density = Math.exp(point.log(time, beta) - p.log());
    double slope = before ? density : -density;
    double separation = separation(0, p.drift(), 0, slope, 0);
    return new Slopes(p.log(), slope, separation, -p.distance(), p.drift(), 0, 0, 0);
  }
}
