package org.stanj.runtime.adapt;

/**
 * What the estimator of a metric has seen. Arrays belong to the record.
 *
 * @param count positions so far
 * @param mean their mean
 * @param squares sums of squared deviations from it, or of all products, row by row
 */
public record EstimatorState(long count, double[] mean, double[] squares) {}
