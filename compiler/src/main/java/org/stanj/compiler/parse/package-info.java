/**
 * From source text to the syntax tree.
 *
 * <p>In: a {@link org.stanj.compiler.source.SourceFile}. Out: a {@link
 * org.stanj.compiler.syntax.Program}, and warnings about old syntax; the first syntax error ends
 * the work with a {@link org.stanj.compiler.diagnostic.DiagnosticException}. May use: source,
 * diagnostic, syntax, the generated parser in {@code org.stanj.grammar}. Start at {@link
 * org.stanj.compiler.parse.Parser}.
 */
@NullMarked
package org.stanj.compiler.parse;

import org.jspecify.annotations.NullMarked;
