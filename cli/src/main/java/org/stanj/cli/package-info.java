/**
 * The {@code stanj} command: compile, check, and sample in one process.
 *
 * <p>In: the words of a command line. Out: files, lines on the console, an exit code. May use: the
 * compiler's entrance and its {@code jar} and {@code diagnostic} rooms, and the runtime. Start at
 * {@link org.stanj.cli.Main}; each command is a class of its own.
 */
@NullMarked
package org.stanj.cli;

import org.jspecify.annotations.NullMarked;
