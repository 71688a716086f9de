package org.stanj.runtime.adapt;

/**
 * What the estimator of a metric has seen. Arrays belong to the record.
 *
 * @param count positions so far
 * @param mean their mean, that of the gradients behind it; or the kept positions one by one
 * @param squares sums of squared deviations from it, or of all products, row by row; or the
 *     gradients at the kept positions
 */
public record EstimatorState(long count, double[] mean, double[] squares) {}
