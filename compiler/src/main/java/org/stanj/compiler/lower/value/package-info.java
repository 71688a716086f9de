/**
 * Values while they are lowered, and the function of the core that is being written.
 *
 * <p>In: expressions of the core. Out: {@link org.stanj.compiler.lower.value.Value}: container
 * expressions are delayed, so that an elementwise expression becomes one loop where it is used.
 * {@link org.stanj.compiler.lower.value.Builder} gathers the statements of one function, {@link
 * org.stanj.compiler.lower.value.Gathered} what the whole program needs. {@link
 * org.stanj.compiler.lower.value.Language} is how a room asks for what rooms above it lower. May
 * use: {@code core}, {@code library}, {@code source}, {@code typed}. Start at {@code Value}.
 */
@NullMarked
package org.stanj.compiler.lower.value;

import org.jspecify.annotations.NullMarked;
