/**
 * Runs chains: initialisation, warmup, sampling, generated quantities.
 *
 * <p>In: a model, {@link org.stanj.runtime.chains.SampleSettings}, and a {@link
 * org.stanj.runtime.chains.ChainSpec} for each chain. Out: draws to a {@link
 * org.stanj.runtime.chains.DrawSink}, lines and progress to a {@link
 * org.stanj.runtime.chains.ChainLog}. What chains decide together is {@link
 * org.stanj.runtime.chains.Meetings}. May use: model, hmc, adapt, slices, {@code stdlib.abi},
 * {@code stdlib.random}. Threads are created here. Start at {@link
 * org.stanj.runtime.chains.Chains}.
 */
@NullMarked
package org.stanj.runtime.chains;

import org.jspecify.annotations.NullMarked;
