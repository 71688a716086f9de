/**
 * Judges while chains draw whether they have drawn enough.
 *
 * <p>In: rows of the chains of a run. Out: whether all chosen variables have their effective sample
 * size and R-hat. May use: chains, diagnostics, hmc, io. Start at {@link
 * org.stanj.runtime.stopping.StopWhenPrecise}.
 */
@NullMarked
package org.stanj.runtime.stopping;

import org.jspecify.annotations.NullMarked;
