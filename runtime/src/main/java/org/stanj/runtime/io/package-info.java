/**
 * Files in and out: data, inits and parameter values in, CSV of draws out and in again.
 *
 * <p>In: JSON, R dump or CSV files; rows of a model. Out: a {@link
 * org.stanj.runtime.model.DataContext}, CSV lines, {@link org.stanj.runtime.io.CsvDraws}. May use:
 * model, Jackson streaming. Start at {@link org.stanj.runtime.io.DataFiles} and {@link
 * org.stanj.runtime.io.CsvWriter}.
 */
@NullMarked
package org.stanj.runtime.io;

import org.jspecify.annotations.NullMarked;
