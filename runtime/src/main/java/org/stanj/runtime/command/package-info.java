/**
 * The command line of a compiled model: CmdStan's argument tree, its methods and their output.
 *
 * <p>In: the words of a command line and a compiled model. Out: console lines, files, an exit code.
 * May use: model, io, chains, hmc, adapt, optimize, laplace, pathfinder, variational, {@code
 * stdlib.abi}, {@code stdlib.random}. Start at {@link org.stanj.runtime.command.Main}; the
 * arguments are in {@link org.stanj.runtime.command.ArgumentTable}, each method that runs is a
 * class of its own.
 */
@NullMarked
package org.stanj.runtime.command;

import org.jspecify.annotations.NullMarked;
