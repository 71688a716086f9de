/**
 * Warmup: finds a step size and a metric while the chain is not yet recorded.
 *
 * <p>In: positions and acceptance statistics of transitions. Out: step size and inverse metric for
 * sampling. May use: hmc, {@code stdlib.abi}. Start at {@link org.stanj.runtime.adapt.AdaptiveHmc}.
 *
 * <p>Sources: Hoffman and Gelman 2014, section 3.2 (dual averaging); Stan Reference Manual, "MCMC
 * Sampling", warmup windows.
 */
@NullMarked
package org.stanj.runtime.adapt;

import org.jspecify.annotations.NullMarked;
