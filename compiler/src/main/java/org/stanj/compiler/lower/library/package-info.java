/**
 * Calls of library functions and operators.
 *
 * <p>In: a function of the library and the values of its arguments. Out: its value, with the checks
 * that its header asks for. Bodies of the prelude are written out in place, densities term by term.
 *
 * <p>What the compiler knows itself ({@code @builtin}) is what a body cannot say: sizes and dims,
 * which depend on the type of the argument; functions that only move elements, of any depth of
 * arrays and without a copy; and {@code sum}, {@code dot_product} and {@code dot_self}, which take
 * elements as they are computed, while an argument of a body is stored first. May use: {@code
 * lower.value}, {@code core}, {@code library}, {@code source}, {@code typed}. Start at {@link
 * org.stanj.compiler.lower.library.LibraryCalls}.
 */
@NullMarked
package org.stanj.compiler.lower.library;

import org.jspecify.annotations.NullMarked;
