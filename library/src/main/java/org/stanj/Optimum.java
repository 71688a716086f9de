package org.stanj;

/**
 * Where a climb ended.
 *
 * @param values parameters, transformed parameters, generated quantities
 * @param unconstrained the point on the unconstrained scale
 * @param logDensity in nats; constants are dropped
 * @param iterations steps taken
 * @param converged whether a tolerance was met
 * @param reason why it ended, in CmdStan's words
 */
public record Optimum(
    Values values,
    double[] unconstrained,
    double logDensity,
    int iterations,
    boolean converged,
    String reason) {}
