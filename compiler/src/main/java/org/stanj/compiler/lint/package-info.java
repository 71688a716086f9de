/**
 * Advice about programs that are legal: what {@code --warn-pedantic} and {@code
 * --warn-uninitialized} ask for.
 *
 * <p>In: a typed program. Out: warnings, in the order in which stanc prints them. May use: {@code
 * source}, {@code diagnostic}, {@code library} (what a distribution expects of its arguments),
 * {@code typed}. Start at {@link org.stanj.compiler.lint.Lint}.
 *
 * <p>Source: Stan User's Guide, "Pedantic mode".
 */
@NullMarked
package org.stanj.compiler.lint;

import org.jspecify.annotations.NullMarked;
