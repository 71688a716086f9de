package org.stanj.stdlib.scalar;

/**
 * The probabilities F(t) that a Wiener process without variability hits the upper boundary before
 * t, and G(t) that it does so later. With r = (w + 2k) a over all k, w = 1 − β:
 *
 * <p>F = e^(vaw) Σ ±[e^(−|v|r) Φ((|v|t − r)/√t) + e^(|v|r) Φ(−(|v|t + r)/√t)],
 *
 * <p>G = (π/a²) e^(vaw − v²t/2) Σ k sin(kπw) e^(−k²π²t/2a²)/λₖ, λₖ = v²/2 + k²π²/2a².
 *
 * <p>F by its images up to t = a², else by P − F = G, with the probability P = e^(vaw) sinh(vaβ)/
 * sinh(va) of ever doing so; G by its sines from t = a²/10, else by P − F unless F is most of P.
 * Relative error about 1e−12. Sources: Blurton, Kesselmeier and Gondan, J. Math. Psychol. 56 (2012)
 * 470; Gondan, Blurton and Kesselmeier, J. Math. Psychol. 60 (2014) 20.
 */
final class WienerDistribution {
  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double SQRT_2_OVER_PI = 0.7978845608028654;
  private static final double IMAGES_BELOW = 1;
  private static final double SINES_FROM = 0.1;
  private static final double NEGLIGIBLE = 1e-18;
  private static final double NEARLY_ONE = -0.1;
  private static final int MAX_SINES = 5000;

  /** A probability: its log, and the slopes of the log in v and in w. */
  record Probability(double log, double drift, double distance) {
    /** this − other, which is smaller. */
    Probability minus(Probability other) {
      double ratio = Math.exp(other.log - log);
      double rest = -Math.expm1(other.log - log);
      return new Probability(
          log + Logistic.log1mExp(other.log - log),
          (drift - ratio * other.drift) / rest,
          (distance - ratio * other.distance) / rest);
    }
  }

  private final double t;
  private final double a;
  private final double v;
  private final double w;
  private final double beta;

  WienerDistribution(double t, double a, double v, double beta) {
    this.t = t;
    this.a = a;
    this.v = v;
    this.beta = beta;
    w = 1 - beta;
  }

  /** F(t); by 1 − F where it is nearly 1. */
  Probability before() {
    Probability before = t / a / a < IMAGES_BELOW ? images(true) : ever().minus(sines());
    return before.log > NEARLY_ONE ? byComplement() : before;
  }

  /** 1 − (1 − P) − G, where 1 − P is the probability of the lower boundary. */
  private Probability byComplement() {
    Probability lower = new WienerDistribution(t, a, -v, w).ever();
    Probability later = after();
    double q = Math.exp(lower.log);
    double g = Math.exp(later.log);
    double log = Elementary.log1p(-q - g);
    double f = Math.exp(log);
    return new Probability(
        log,
        (q * lower.drift - g * later.drift) / f,
        (q * lower.distance - g * later.distance) / f);
  }

  /** G(t). */
  Probability after() {
    double x = t / a / a;
    if (x >= SINES_FROM) {
      return sines();
    }
    Probability ever = ever();
    Probability before = images(true);
    if (before.log < ever.log - 0.7) {
      return ever.minus(before);
    }
    if (Math.abs(v * a) >= 1) {
      return images(false);
    }
    return sinesNeeded(x) < MAX_SINES ? sines() : ever.minus(before);
  }

  /** P, and its slopes. */
  Probability ever() {
    double z = v * a;
    double c = Math.abs(z);
    double side = z < 0 ? -2 * c * w : 0;
    double ratio = c == 0 ? beta : Math.expm1(-2 * c * beta) / Math.expm1(-2 * c);
    double distance = z == 0 ? -1 / beta : -2 * z / Math.expm1(2 * z * beta);
    return new Probability(side + Math.log(ratio), a * everSlope(z), distance);
  }

  /** ∂ log P/∂(va) = w + β L(vaβ) − L(va) with Langevin's L(z) = coth z − 1/z. */
  private double everSlope(double z) {
    if (Math.abs(z) < 0.1) {
      return w + beta * langevin(z * beta) - langevin(z);
    }
    double c = Math.abs(z);
    double rest = 2 * beta / Math.expm1(2 * c * beta) - 2 / Math.expm1(2 * c);
    return z > 0 ? rest : 2 * w - rest;
  }

  private static double langevin(double z) {
    double q = z * z;
    return z * (1 / 3.0 - q * (1 / 45.0 - q * (2 / 945.0 - q * (1 / 4725.0 - q * 2 / 93555.0))));
  }

  private static double sinesNeeded(double x) {
    return Math.ceil(Math.sqrt(80 / x) / Math.PI) + 2;
  }

  private Probability sines() {
    double decay = 0.5 * Math.PI * Math.PI / a / a;
    double sum = 0;
    double drift = 0;
    double distance = 0;
    boolean near = w <= beta;
    double angle = Math.PI * (near ? w : beta);
    int last = (int) Math.min(MAX_SINES, sinesNeeded(t / a / a));
    for (int k = 1; k <= last; k++) {
      double rate = 0.5 * v * v + k * (double) k * decay;
      double scale = k * Math.exp(-(k * (double) k - 1) * decay * t) / rate;
      double sine = near || k % 2 == 1 ? Math.sin(k * angle) : -Math.sin(k * angle);
      double cosine = near || k % 2 == 0 ? Math.cos(k * angle) : -Math.cos(k * angle);
      sum += scale * sine;
      drift += scale * sine / rate;
      distance += k * scale * cosine;
    }
    double log = Math.log(Math.PI * sum) - 2 * Math.log(a);
    return new Probability(
        log + v * a * w - 0.5 * v * v * t - decay * t,
        a * w - v * t - v * drift / sum,
        v * a + Math.PI * distance / sum);
  }

  /** F, or G for |va| not small, where P = e^(vaw) Σ ±e^(−|v|r) too. */
  private Probability images(boolean before) {
    double speed = Math.abs(v);
    Image first = new Image(a * w, speed, t, 0, before);
    double scale = first.exponent;
    double sum = 0;
    double drift = 0;
    double distance = 0;
    for (int k = 0; k < 1000; k++) {
      Image upper = new Image(a * (2 * k + w), speed, t, scale, before);
      Image lower = new Image(a * (2 * k + 1 + beta), speed, t, scale, before);
      sum += upper.value - lower.value;
      drift -= upper.r * upper.turned - lower.r * lower.turned;
      distance += a * (upper.slope + lower.slope);
      if (lower.value + lower.r * Math.abs(lower.turned) <= NEGLIGIBLE * Math.abs(sum)) {
        break;
      }
    }
    return new Probability(
        v * a * w + scale + Math.log(sum),
        a * w + Math.signum(v) * drift / sum,
        v * a + distance / sum);
  }

  /**
   * One image at distance r, over e^scale: its part of F or G, the same with the other sign between
   * its two halves, and the slope in r.
   */
  private static final class Image {
    private final double r;
    private final double exponent;
    private final double value;
    private final double turned;
    private final double slope;

    Image(double r, double speed, double t, double scale, boolean before) {
      this.r = r;
      double root = Math.sqrt(t);
      double gap = (r - speed * t) / root;
      double gauss = -0.5 * gap * gap - speed * r;
      double density = Math.exp(gauss - scale);
      double tail = 0.5 * density * NormalFunctions.erfcScaled(Math.abs(gap) * SQRT_HALF);
      boolean small = before == (gap >= 0);
      double near = small ? tail : Math.exp(-speed * r - scale) - tail;
      double far = 0.5 * density * NormalFunctions.erfcScaled((r + speed * t) / root * SQRT_HALF);
      double sign = before ? 1 : -1;
      exponent = small ? gauss : -speed * r;
      value = near + sign * far;
      turned = near - sign * far;
      slope = -speed * turned - sign * SQRT_2_OVER_PI * density / root;
    }
  }
}
