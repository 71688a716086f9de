/**
 * Judges draws: convergence, effective sample size, Monte Carlo error, and comparison with
 * references.
 *
 * <p>In: draws of one quantity as {@code [chain][iteration]}, all chains of equal length. Out:
 * numbers; NaN where they are undefined (constant or non-finite draws, fewer than four iterations).
 * May use: commons-math3. Start at {@link org.stanj.runtime.diagnostics.Summary}.
 *
 * <p>Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021, Rank-normalization, folding, and
 * localization: an improved R-hat, doi:10.1214/20-BA1221.
 */
@NullMarked
package org.stanj.runtime.diagnostics;

import org.jspecify.annotations.NullMarked;
