/**
 * Calls of functions of the program, and of those that take such a function.
 *
 * <p>In: a function and the values of its arguments. Out: its value; the core function of each
 * instance is added when it is first called. Functions that run elsewhere (slices of sums,
 * right-hand sides of solvers) get their arguments in flat frames. May use: {@code lower.library},
 * {@code lower.value}, {@code core}, {@code library}, {@code source}, {@code typed}, {@code
 * diagnostic}, {@code stdlib.abi}. Start at {@link org.stanj.compiler.lower.function.UserCalls}.
 */
@NullMarked
package org.stanj.compiler.lower.function;

import org.jspecify.annotations.NullMarked;
