/**
 * Generators of the {@code _rng} functions over a {@link org.stanj.stdlib.abi.RandomStream}, and
 * the streams themselves.
 *
 * <p>In: a stream and parameters that the prelude has checked. Out: one draw. May use: {@code abi},
 * {@code check}, {@code scalar}, commons-rng. Start at {@link org.stanj.stdlib.random.Draws} for
 * scalar distributions and {@link org.stanj.stdlib.random.Multivariate} for the others.
 */
@NullMarked
package org.stanj.stdlib.random;

import org.jspecify.annotations.NullMarked;
