/**
 * The state of a run on disk, so that another process can go on with it.
 *
 * <p>In: the states of all chains and the lengths of their files; or a file written before. Out: a
 * file that is whole at any moment; or the run's arguments and states. May use: arguments, chains,
 * adapt, hmc, model, {@code stdlib.random}. Start at {@link
 * org.stanj.runtime.checkpoint.Checkpoint}.
 */
@NullMarked
package org.stanj.runtime.checkpoint;

import org.jspecify.annotations.NullMarked;
