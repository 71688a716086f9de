/**
 * Writes programs as stanc's formatter does: lines broken at a width, comments in their places.
 *
 * <p>In: the syntax of a program with its source texts, and what to make canonical. Out: text. May
 * use: {@code source}, {@code syntax}. Start at {@link org.stanj.compiler.format.Formatter}; {@link
 * org.stanj.compiler.format.LineBreaker} breaks lines and knows nothing of Stan.
 */
@NullMarked
package org.stanj.compiler.format;

import org.jspecify.annotations.NullMarked;
