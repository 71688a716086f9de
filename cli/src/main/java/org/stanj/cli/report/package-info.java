/**
 * The report of a run: one HTML file with a verdict, tables and plots.
 *
 * <p>In: a {@link org.stanj.cli.draws.Run}, and the program, data and line times where they are
 * known. Out: a file that needs no other file and no network. Figures are of all draws; plots may
 * have fewer. May use: {@code cli.draws}, {@code cli.summary}, {@code runtime.diagnostics}, {@code
 * runtime.io}. Start at {@link org.stanj.cli.report.Report}; what the page looks like and does is
 * in the resources of this package, its plots are drawn by uPlot.
 */
@NullMarked
package org.stanj.cli.report;

import org.jspecify.annotations.NullMarked;
