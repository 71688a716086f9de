/**
 * Draws from the normal distribution that fits a log density at its mode.
 *
 * <p>In: a {@link org.stanj.runtime.hmc.Density}, its mode, a random stream. Out: draws and their
 * approximate log density. May use: {@code hmc} (the density), {@code optimize} (the Hessian),
 * {@code stdlib.abi}, {@code stdlib.random}. Start at {@link
 * org.stanj.runtime.laplace.LaplaceApproximation}.
 */
@NullMarked
package org.stanj.runtime.laplace;

import org.jspecify.annotations.NullMarked;
