/**
 * Climbs to a mode of a log density.
 *
 * <p>In: a {@link org.stanj.runtime.hmc.Density} and a start. Out: the points of the climb, one
 * after the other, and why it ended. May use: {@code hmc} (the density), {@code stdlib.abi}. Start
 * at {@link org.stanj.runtime.optimize.QuasiNewton}.
 *
 * <p>Source: Nocedal &amp; Wright, Numerical Optimization, 2nd edition (2006), chapters 3, 6, 7.
 */
@NullMarked
package org.stanj.runtime.optimize;

import org.jspecify.annotations.NullMarked;
