/**
 * Checks a program: resolves names, types every expression, enforces the rules of placement.
 *
 * <p>In: a {@link org.stanj.compiler.syntax.Program} and the {@link
 * org.stanj.compiler.library.Library}. Out: a {@link org.stanj.compiler.typed.TypedProgram} and
 * warnings; the first error in the order of the program ends the work with a {@link
 * org.stanj.compiler.diagnostic.DiagnosticException}. May use: source, diagnostic, syntax, library,
 * typed, core (types of kernels). Start at {@link org.stanj.compiler.check.Checker}.
 */
@NullMarked
package org.stanj.compiler.check;

import org.jspecify.annotations.NullMarked;
