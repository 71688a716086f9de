/**
 * Source text and positions in it.
 *
 * <p>In: the text of a file and the name to show for it. Out: lines of text, and spans that every
 * later stage carries along. May use: nothing. Start at {@link
 * org.stanj.compiler.source.SourceFile}.
 */
@NullMarked
package org.stanj.compiler.source;

import org.jspecify.annotations.NullMarked;
