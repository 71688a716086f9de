/**
 * Loops over independent iterations, run a block of iterations at a time, so that their elementary
 * functions are evaluated for a block at once.
 *
 * <p>In: a core program with adjoints and without {@code target +=}. Out: the same program, in
 * which such a loop is cut into pieces ({@link org.stanj.compiler.batch.Cutting}): what all
 * iterations do alike is done once, inner loops stand around loops over the block, a container of
 * an iteration has an element for each iteration ({@link org.stanj.compiler.batch.Nest}). What each
 * iteration does for itself is a sequence of short loops ({@link org.stanj.compiler.batch.Stages})
 * with calls of {@code stdlib.lanes} between them; what one hands to the next is in buffers. Checks
 * that fail end the block, and the loop runs from its start as it was written, which tells the
 * error. May use: {@code core}, {@code analysis}. Start at {@link
 * org.stanj.compiler.batch.Batching}.
 */
@NullMarked
package org.stanj.compiler.batch;

import org.jspecify.annotations.NullMarked;
