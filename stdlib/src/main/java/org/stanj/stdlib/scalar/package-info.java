/**
 * Scalar primitives of the prelude: static methods from doubles and ints to a double or an int.
 *
 * <p>In: numbers. Out: a number, or a {@link org.stanj.stdlib.abi.RejectException} with Stan's
 * message for an argument outside the domain. May use: {@code abi}, {@code check}, commons-math3.
 * Each public method is named by an {@code @java} line of the prelude, which also states its
 * derivatives. Emitted code calls no transcendental of {@code java.lang.Math} directly: start at
 * {@link org.stanj.stdlib.scalar.Elementary}, which stands between.
 */
@NullMarked
package org.stanj.stdlib.scalar;

import org.jspecify.annotations.NullMarked;
