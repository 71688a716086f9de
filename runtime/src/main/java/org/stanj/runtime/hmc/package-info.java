/**
 * Hamiltonian Monte Carlo: phase space, leapfrog steps, No-U-Turn and static transitions.
 *
 * <p>In: a {@code Model}, a position, a step size and a metric. Out: the next position and {@link
 * org.stanj.runtime.hmc.TransitionStats}. May use: model, {@code stdlib.abi}, {@code
 * stdlib.random}. Start at {@link org.stanj.runtime.hmc.Hmc}.
 *
 * <p>Sources: Hoffman and Gelman 2014 (NUTS); Betancourt 2017, arXiv:1701.02434, appendix A
 * (multinomial sampling, generalised criterion); Stan Reference Manual, "MCMC Sampling".
 */
@NullMarked
package org.stanj.runtime.hmc;

import org.jspecify.annotations.NullMarked;
