/**
 * The syntax tree of a Stan program, as written but in today's notation: old array syntax, {@code
 * <-} and the like have become their modern nodes.
 *
 * <p>In: nothing, these are data. Out: records nested in one sealed interface per family, each with
 * a span and a total visitor; {@link org.stanj.compiler.syntax.SyntaxPrinter} writes them as
 * canonical Stan. May use: source. Start at {@link org.stanj.compiler.syntax.Program}.
 */
@NullMarked
package org.stanj.compiler.syntax;

import org.jspecify.annotations.NullMarked;
