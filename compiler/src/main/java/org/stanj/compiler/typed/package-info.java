/**
 * The typed program: what checking makes of a syntax tree and lowering takes.
 *
 * <p>In: from {@code check}. Out: to {@code lower}. Names are resolved to symbols and functions,
 * every expression has its type, promotions are explicit. May use: {@code source}, {@code library}
 * (for the library functions that calls refer to). Start at {@link
 * org.stanj.compiler.typed.TypedProgram}.
 */
@NullMarked
package org.stanj.compiler.typed;

import org.jspecify.annotations.NullMarked;
