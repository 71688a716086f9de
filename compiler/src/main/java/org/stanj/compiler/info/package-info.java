/**
 * What tools want to know of a program or of the library without compiling: the answers of stanc's
 * {@code --info} and of its lists of functions.
 *
 * <p>In: the syntax of a program, or the library. Out: text. May use: {@code format} (for the line
 * breaks of JSON), {@code library}, {@code source}, {@code syntax}. Start at {@link
 * org.stanj.compiler.info.ProgramInfo}.
 */
@NullMarked
package org.stanj.compiler.info;

import org.jspecify.annotations.NullMarked;
