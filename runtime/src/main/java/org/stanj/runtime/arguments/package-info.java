/**
 * CmdStan's argument tree: which arguments there are, what was given, and their texts.
 *
 * <p>In: the words of a command line. Out: a {@link org.stanj.runtime.arguments.Configuration}, its
 * echo, help, and what is wrong with the words. May use: io, model. Start at {@link
 * org.stanj.runtime.arguments.ArgumentTable}, which lists them all.
 */
@NullMarked
package org.stanj.runtime.arguments;

import org.jspecify.annotations.NullMarked;
