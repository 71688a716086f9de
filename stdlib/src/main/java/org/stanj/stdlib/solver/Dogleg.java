package org.stanj.stdlib.solver;

/**
 * The step within a trust region |D p| ≤ Δ along Powell's dogleg: from 0 to the least |f + J p| in
 * the direction of steepest descent, from there to the Gauss-Newton step.
 *
 * <p>Source: Powell (1970), A hybrid method for nonlinear equations, section 3; Moré, Garbow &amp;
 * Hillstrom (1980), doi:10.2172/6997568.
 */
final class Dogleg {
  private final QrFactors factors;
  private final double[] scale;
  private final int n;

  private Dogleg(QrFactors factors, double[] scale) {
    this.factors = factors;
    this.scale = scale;
    n = scale.length;
  }

  /**
   * The step.
   *
   * @param factors of J
   * @param rotated Q′ f
   * @param scale diagonal of D, positive
   * @param radius Δ
   */
  static double[] step(QrFactors factors, double[] rotated, double[] scale, double radius) {
    return new Dogleg(factors, scale).step(rotated, radius);
  }

  private double[] step(double[] rotated, double radius) {
    double[] newton = newton(rotated);
    double newtonLength = AlgebraicSystem.norm(scaled(newton));
    if (newtonLength <= radius) {
      return newton;
    }
    double[] gradient = factors.lowerTimes(rotated);
    for (int i = 0; i < n; i++) {
      gradient[i] /= scale[i];
    }
    double slope = AlgebraicSystem.norm(gradient);
    if (slope == 0) {
      return Double.isFinite(newtonLength) ? times(newton, radius / newtonLength) : new double[n];
    }
    // of length 1, downhill
    double[] direction = new double[n];
    for (int i = 0; i < n; i++) {
      direction[i] = -gradient[i] / slope / scale[i];
    }
    double curvature = AlgebraicSystem.norm(factors.upperTimes(direction));
    double least = slope / curvature / curvature;
    if (!(least < radius) || !Double.isFinite(newtonLength)) {
      return times(direction, Math.min(least, radius));
    }
    return between(times(direction, least), newton, radius);
  }

  /** Solves R p = −Q′f; a diagonal element 0 counts as rounding of its column. */
  private double[] newton(double[] rotated) {
    double[] p = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = -rotated[i];
      for (int j = i + 1; j < n; j++) {
        sum -= factors.upper(i, j) * p[j];
      }
      double pivot = factors.upper(i, i);
      p[i] = sum / (pivot == 0 ? tiny(i) : pivot);
    }
    return p;
  }

  private double tiny(int column) {
    double largest = 0;
    for (int i = 0; i <= column; i++) {
      largest = Math.max(largest, Math.abs(factors.upper(i, column)));
    }
    return Math.ulp(1.0) * (largest == 0 ? 1 : largest);
  }

  /** The point of length Δ between a shorter and a longer vector. */
  private double[] between(double[] shorter, double[] longer, double radius) {
    double[] from = scaled(shorter);
    double[] to = scaled(longer);
    double square = 0;
    double cross = 0;
    double room = radius * radius;
    for (int i = 0; i < n; i++) {
      double way = to[i] - from[i];
      square += way * way;
      cross += way * from[i];
      room -= from[i] * from[i];
    }
    double root = Math.sqrt(Math.max(0, cross * cross + square * Math.max(0, room)));
    double part = cross > 0 ? Math.max(0, room) / (cross + root) : (root - cross) / square;
    double[] point = new double[n];
    for (int i = 0; i < n; i++) {
      point[i] = (1 - part) * shorter[i] + part * longer[i];
    }
    return point;
  }

  private double[] scaled(double[] v) {
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      product[i] = scale[i] * v[i];
    }
    return product;
  }

  private static double[] times(double[] v, double factor) {
    double[] product = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      product[i] = factor * v[i];
    }
    return product;
  }
}
