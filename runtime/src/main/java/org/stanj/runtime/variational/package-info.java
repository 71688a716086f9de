/**
 * Fits a normal distribution to a log density by stochastic gradient ascent.
 *
 * <p>In: a {@link org.stanj.runtime.hmc.Density}, a start, a random stream. Out: the fitted normal
 * distribution, from which draws can be taken, and how the fit went. May use: {@code hmc} (the
 * density), {@code stdlib.abi}, {@code stdlib.random}. Start at {@link
 * org.stanj.runtime.variational.Advi}.
 *
 * <p>Source: Kucukelbir, Tran, Ranganath, Gelman &amp; Blei (2017), Automatic differentiation
 * variational inference, JMLR 18(14).
 */
@NullMarked
package org.stanj.runtime.variational;

import org.jspecify.annotations.NullMarked;
