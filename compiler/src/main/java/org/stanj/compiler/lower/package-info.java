/**
 * From the typed program to the core language: the meaning of Stan in loops over scalars.
 *
 * <p>In: a {@code TypedProgram} and the bodies of library functions. Out: a {@code CoreProgram}
 * with the entries that the run time calls. Container expressions are delayed ({@link
 * org.stanj.compiler.lower.Value}): an elementwise expression becomes one loop where it is used.
 * Constraint transforms, {@code ~}, broadcasting and multi-indexes are gone afterwards. May use:
 * {@code typed}, {@code library}, {@code core}, {@code source}, {@code diagnostic}, {@code
 * stdlib.abi}. Start at {@link org.stanj.compiler.lower.Lowering}.
 */
@NullMarked
package org.stanj.compiler.lower;

import org.jspecify.annotations.NullMarked;
