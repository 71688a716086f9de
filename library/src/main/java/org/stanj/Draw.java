package org.stanj;

/**
 * One draw of a chain.
 *
 * @param warmup whether it belongs to warmup
 * @param logDensity {@code lp__}, in nats
 * @param stepSize of the transition
 * @param treeDepth doublings of the trajectory
 * @param divergent whether the energy error exceeded its limit
 * @param values parameters, transformed parameters, generated quantities
 */
public record Draw(
    boolean warmup,
    double logDensity,
    double stepSize,
    int treeDepth,
    boolean divergent,
    Values values) {}
