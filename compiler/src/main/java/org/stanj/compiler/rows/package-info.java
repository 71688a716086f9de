/**
 * Loops over rows of data that bind makes shorter: sums of squares of linear forms, and rows that
 * are the same.
 *
 * <p>In: core before differentiation. Out: core whose log density goes through fewer rows where
 * bind has found that there are fewer, and through the loops as they were where not; bind with what
 * finds out. May use: {@code bindtime} (what is data, new fields), {@code analysis}, {@code core}.
 * Start at {@link org.stanj.compiler.rows.Squares} and {@link org.stanj.compiler.rows.Repeats}.
 */
@NullMarked
package org.stanj.compiler.rows;

import org.jspecify.annotations.NullMarked;
