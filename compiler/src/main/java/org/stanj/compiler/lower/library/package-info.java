/**
 * Calls of library functions and operators.
 *
 * <p>In: a function of the library and the values of its arguments. Out: its value, with the checks
 * that its header asks for. Bodies of the prelude are written out in place, densities term by term;
 * functions that the compiler knows itself only move elements or count them. May use: {@code
 * lower.value}, {@code core}, {@code library}, {@code source}, {@code typed}. Start at {@link
 * org.stanj.compiler.lower.library.LibraryCalls}.
 */
@NullMarked
package org.stanj.compiler.lower.library;

import org.jspecify.annotations.NullMarked;
