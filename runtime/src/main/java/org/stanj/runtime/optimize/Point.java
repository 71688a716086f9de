package org.stanj.runtime.optimize;

/**
 * A point of a climb. Nobody changes the arrays.
 *
 * @param position unconstrained parameters
 * @param logDensity at the position
 * @param gradient of the log density
 */
public record Point(double[] position, double logDensity, double[] gradient) {
  boolean isFinite() {
    return Double.isFinite(logDensity) && Double.isFinite(Vectors.dot(gradient, gradient));
  }
}
