/**
 * The command line of a compiled model: its methods and their consoles.
 *
 * <p>In: the words of a command line and a compiled model. Out: console lines, files, an exit code.
 * May use: all of the runtime, {@code stdlib.abi}, {@code stdlib.random}, and of {@code
 * stdlib.simd} whether vectors are being rehearsed. Start at {@link
 * org.stanj.runtime.command.Main}; each method that runs is a class of its own.
 */
@NullMarked
package org.stanj.runtime.command;

import org.jspecify.annotations.NullMarked;
