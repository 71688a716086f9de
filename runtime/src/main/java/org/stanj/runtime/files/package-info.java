/**
 * The files that a run writes: draws behind their head, diagnostics, metrics, profiles, status.
 *
 * <p>In: draws and what the chains tell of themselves; the configuration for the heads. Out: files
 * in CmdStan's formats. May use: adapt, arguments, checkpoint, chains, hmc, io, lines, model,
 * optimize, pathfinder, variational, {@code stdlib.abi}. Start at {@link
 * org.stanj.runtime.files.FileSink}.
 */
@NullMarked
package org.stanj.runtime.files;

import org.jspecify.annotations.NullMarked;
