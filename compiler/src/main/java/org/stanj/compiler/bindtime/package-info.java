/**
 * Work that depends on data alone, moved from the log density to bind.
 *
 * <p>In: core before differentiation. Out: core with fields of its own, which {@code bind} fills
 * behind all that the program asks of it. Only what cannot throw, print or loop for ever moves. May
 * use: {@code analysis}, {@code simplify} (terms of sums), {@code core}. Start at {@link
 * org.stanj.compiler.bindtime.BindTime}.
 */
@NullMarked
package org.stanj.compiler.bindtime;

import org.jspecify.annotations.NullMarked;
