/**
 * Pathfinder: normal approximations along the way to a mode, and the best of them.
 *
 * <p>In: a {@link org.stanj.runtime.hmc.Density}, a start, a random stream. Out: draws with their
 * log densities under the approximation and the target; over several paths, draws resampled by
 * smoothed importance weights. May use: {@code hmc} (the density), {@code optimize} (L-BFGS),
 * {@code stdlib.abi}, {@code stdlib.random}. Start at {@link
 * org.stanj.runtime.pathfinder.Pathfinder}.
 *
 * <p>Sources: Zhang, Carpenter, Gelman &amp; Vehtari (2022), Pathfinder: parallel quasi-Newton
 * variational inference, JMLR 23(306); Vehtari, Simpson, Gelman, Yao &amp; Gabry (2024), Pareto
 * smoothed importance sampling, JMLR 25(72).
 */
@NullMarked
package org.stanj.runtime.pathfinder;

import org.jspecify.annotations.NullMarked;
