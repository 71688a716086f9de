/**
 * Warmup: finds a step size and a metric while the chain is not yet recorded.
 *
 * <p>In: positions, gradients and acceptance statistics of transitions. Out: step size and inverse
 * metric for sampling; of chains that warm up together one metric. May use: hmc, {@code
 * stdlib.abi}, EJML. Start at {@link org.stanj.runtime.adapt.AdaptiveHmc}.
 *
 * <p>Sources: Hoffman and Gelman 2014, section 3.2 (dual averaging); Stan Reference Manual, "MCMC
 * Sampling", warmup windows; Seyboldt, Carlson and Carpenter 2026, arXiv:2603.18845 (metrics from
 * gradients).
 */
@NullMarked
package org.stanj.runtime.adapt;

import org.jspecify.annotations.NullMarked;
