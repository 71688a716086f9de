/**
 * Stands in for CmdStan's programs {@code stansummary}, {@code diagnose} and {@code print}: same
 * words, same figures, same texts.
 *
 * <p>In: their command lines, and CSV files of draws. Out: tables on the console and as CSV, exit
 * codes. May use: {@code runtime}'s console, files and diagnostics. Start at {@link
 * org.stanj.cli.summary.SummaryProgram}.
 */
@NullMarked
package org.stanj.cli.summary;

import org.jspecify.annotations.NullMarked;
