package org.stanj.runtime.pathfinder;

/**
 * A draw from the approximation of a path.
 *
 * @param position unconstrained parameters
 * @param logApproximate log density of the approximation, normalised
 * @param logDensity of the target; −∞ where the program rejects it, NaN if it was not asked for
 * @param path id of the path
 */
public record Draw(double[] position, double logApproximate, double logDensity, int path) {}
