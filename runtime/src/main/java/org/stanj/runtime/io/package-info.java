/**
 * Files in and out: data, inits and parameter values in; rows of draws out and in again, as CSV,
 * packed or not, or Arrow.
 *
 * <p>In: JSON, R dump or files of rows; rows of a model. Out: a {@link
 * org.stanj.runtime.model.DataContext}, files of rows, {@link org.stanj.runtime.io.FileDraws}. May
 * use: arrow, model, Jackson streaming. Start at {@link org.stanj.runtime.io.DataFiles}, {@link
 * org.stanj.runtime.io.RowFormat} and {@link org.stanj.runtime.io.RowReader}.
 */
@NullMarked
package org.stanj.runtime.io;

import org.jspecify.annotations.NullMarked;
