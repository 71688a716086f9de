/**
 * Stan in Java programs: compile a program, bind it to data, evaluate, sample, optimise,
 * approximate, summarise.
 *
 * <p>In: programs as text or files, data as Java values or JSON. Out: densities, gradients, draws,
 * summaries. May use: compiler, {@code compiler.jar}, {@code compiler.diagnostic}, the runtime but
 * for its command line, {@code stdlib.abi}, {@code stdlib.random}. Nothing here writes to standard
 * output, ends the process, or touches a file that the caller has not named. Start at {@link
 * org.stanj.Stan}.
 *
 * <p>Numbers on the <em>unconstrained</em> scale are vectors of {@link
 * org.stanj.Posterior#dimension()} reals, as samplers move in them; on the <em>constrained</em>
 * scale variables have the types and bounds that the program declares.
 */
@NullMarked
package org.stanj;

import org.jspecify.annotations.NullMarked;
