/**
 * The live view of a run: what its chains have done, and how well they agree so far.
 *
 * <p>In: the status file of a run ({@code output status=}), and the CSV files that it names while
 * they grow. Out: lines of text. May use: {@code cli.draws}, {@code cli.summary}, {@code
 * runtime.diagnostics}, {@code runtime.io}. Start at {@link org.stanj.cli.watch.Watch}.
 */
@NullMarked
package org.stanj.cli.watch;

import org.jspecify.annotations.NullMarked;
