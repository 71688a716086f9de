package org.stanj.runtime.chains;

import org.stanj.runtime.hmc.MetricForm;

/**
 * What warmup found.
 *
 * @param stepSize of sampling
 * @param metric form of the inverse metric
 * @param inverseMetric see {@link org.stanj.runtime.hmc.Metric#inverse}; the receiver's own copy
 */
public record Adaptation(double stepSize, MetricForm metric, double[] inverseMetric) {}
