package org.stanj.runtime.optimize;

import org.stanj.runtime.hmc.Density;

/**
 * The Hessian of a log density from central differences of its gradient, extrapolated: exact to
 * rounding where the density is Gaussian.
 */
public final class FiniteHessian {
  private static final double PROBE = 1e-5;
  private static final double PART_OF_SCALE = 1e-3;
  private static final double KINK = 1e-2;
  private static final double SHORTEST = 1e-6;
  private static final double LONGEST = 1e-2;

  private final Density density;
  private final double[] position;

  private FiniteHessian(Density density, double[] position) {
    this.density = density;
    this.position = position.clone();
  }

  /**
   * The symmetric Hessian, row by row.
   *
   * @param position caller keeps
   * @throws org.stanj.stdlib.abi.RejectException if the program rejects a point close by
   */
  public static double[] at(Density density, double[] position) {
    return new FiniteHessian(density, position).all();
  }

  private double[] all() {
    int n = position.length;
    double[] hessian = new double[n * n];
    for (int i = 0; i < n; i++) {
      double h = step(i);
      double[] near = difference(i, h);
      double[] far = difference(i, 2 * h);
      // across a kink there is nothing to extrapolate
      boolean smooth = Math.abs(near[i] - far[i]) <= KINK * Math.abs(near[i]);
      for (int j = 0; j < n; j++) {
        // Richardson: the error is of order h⁴
        double value = smooth ? (4 * near[j] - far[j]) / 3 : near[j];
        hessian[i * n + j] += 0.5 * value;
        hessian[j * n + i] += 0.5 * value;
      }
    }
    return hessian;
  }

  /** A small part of the scale 1/√|curvature| on which the density varies. */
  private double step(int i) {
    double size = Math.max(1, Math.abs(position[i]));
    double curvature = Math.abs(difference(i, PROBE * size)[i]);
    double step = PART_OF_SCALE / Math.sqrt(curvature);
    return Math.min(Math.max(step, SHORTEST * size), LONGEST * size);
  }

  private double[] difference(int i, double h) {
    double[] above = gradient(i, h);
    double[] below = gradient(i, -h);
    double[] difference = Vectors.minus(above, below);
    for (int j = 0; j < difference.length; j++) {
      difference[j] /= 2 * h;
    }
    return difference;
  }

  private double[] gradient(int i, double h) {
    double middle = position[i];
    double[] gradient = new double[position.length];
    position[i] = middle + h;
    density.evaluate(position, gradient);
    position[i] = middle;
    return gradient;
  }
}
