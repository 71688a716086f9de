package org.stanj.runtime.chains;

import org.stanj.runtime.hmc.MetricForm;

/**
 * What warmup found.
 *
 * @param stepSize of sampling
 * @param metric form of the inverse metric
 * @param inverseMetric its diagonal, or all of it row by row; empty for {@link MetricForm#UNIT_E}.
 *     The receiver's own copy
 */
public record Adaptation(double stepSize, MetricForm metric, double[] inverseMetric) {}
