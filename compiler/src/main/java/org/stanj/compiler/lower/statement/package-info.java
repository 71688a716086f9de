/**
 * Statements and expressions of the language.
 *
 * <p>In: a typed statement or expression. Out: statements of the core in the builder, and values.
 * May use: {@code lower.function}, {@code lower.library}, {@code lower.value}, {@code core}, {@code
 * source}, {@code typed}. Start at {@link org.stanj.compiler.lower.statement.Statements}.
 */
@NullMarked
package org.stanj.compiler.lower.statement;

import org.jspecify.annotations.NullMarked;
