/**
 * From the typed program to the core language: the meaning of Stan in loops over scalars.
 *
 * <p>In: a {@code TypedProgram} and the bodies of library functions. Out: a {@code CoreProgram}
 * with the entries that the run time calls. Constraint transforms, {@code ~}, broadcasting and
 * multi-indexes are gone afterwards. The rooms below, each of which uses those before it: {@code
 * value} (what an expression is while it is lowered), {@code library} (calls of the prelude's
 * functions), {@code function} (calls of the program's), {@code statement} (the program's text),
 * {@code transform} (constraints of declarations). May use: these, {@code typed}, {@code library},
 * {@code core}, {@code source}, {@code diagnostic}. Start at {@link
 * org.stanj.compiler.lower.Lowering}; {@link org.stanj.compiler.lower.Lowerer} ties the rooms.
 */
@NullMarked
package org.stanj.compiler.lower;

import org.jspecify.annotations.NullMarked;
