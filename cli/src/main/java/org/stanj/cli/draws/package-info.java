/**
 * The draws of a run as other rooms look at them: column by column, with what the run says of
 * itself. They may be larger than memory.
 *
 * <p>In: Stan CSV files, complete, cut off or still growing. Out: {@link org.stanj.cli.draws.Run}.
 * What is wrong with a file is a {@code FileProblem}, or a note of the run where its draws can be
 * used all the same. May use: {@code cli.summary} for names, {@code runtime.io}. Start at {@link
 * org.stanj.cli.draws.RunReader}.
 */
@NullMarked
package org.stanj.cli.draws;

import org.jspecify.annotations.NullMarked;
