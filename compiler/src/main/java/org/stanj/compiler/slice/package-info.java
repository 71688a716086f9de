/**
 * Automatic slicing: what adds independent terms to the log density becomes a parallel sum, like a
 * {@code reduce_sum} that the program did not write.
 *
 * <p>In: a core program whose loops have their facts, before differentiation. Out: the same with
 * slice kernels, one for each {@link org.stanj.compiler.slice.Group}. May use: {@code core}, {@code
 * analysis}. Start at {@link org.stanj.compiler.slice.Slicing}.
 */
@NullMarked
package org.stanj.compiler.slice;

import org.jspecify.annotations.NullMarked;
