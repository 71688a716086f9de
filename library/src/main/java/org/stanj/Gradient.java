package org.stanj;

/**
 * A log density with its gradient.
 *
 * @param logDensity in nats
 * @param values its partial derivatives by the unconstrained parameters
 */
public record Gradient(double logDensity, double[] values) {}
