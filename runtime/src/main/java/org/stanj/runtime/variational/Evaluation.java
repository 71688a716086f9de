package org.stanj.runtime.variational;

/**
 * The evidence lower bound in the course of an ascent.
 *
 * @param iteration that it follows, from 1
 * @param elbo the bound, in nats
 * @param meanChange mean of the latest relative changes
 * @param medianChange their median
 * @param meanConverged whether the mean is below the tolerance
 * @param medianConverged whether the median is
 * @param mayDiverge whether the bound is still restless late in the ascent
 */
public record Evaluation(
    int iteration,
    double elbo,
    double meanChange,
    double medianChange,
    boolean meanConverged,
    boolean medianConverged,
    boolean mayDiverge) {
  boolean isConverged() {
    return meanConverged || medianConverged;
  }
}
