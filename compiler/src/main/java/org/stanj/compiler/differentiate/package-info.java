/**
 * Reverse mode by source transformation, core to core.
 *
 * <p>In: a core program whose functions leave only at their ends. Out: the same program with the
 * gradient of the log density, of the slice kernels and callbacks and of the functions they call.
 * May use: {@code core}, {@code analysis}, {@code stdlib.abi}. Start at {@link
 * org.stanj.compiler.differentiate.Differentiation}.
 *
 * <p>Sources: Griewank and Walther 2008, Evaluating Derivatives, chapter 6 (adjoints of programs,
 * with saved intermediate values) and 3 (tangents); Giles 2008 for the adjoints of matrix
 * operations, which stand with the kernels of the library.
 */
@NullMarked
package org.stanj.compiler.differentiate;

import org.jspecify.annotations.NullMarked;
