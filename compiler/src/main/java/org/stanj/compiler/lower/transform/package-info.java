/**
 * Constraints of declarations: transforms of parameters, their inverses, and checks.
 *
 * <p>In: a declaration, and where its unconstrained elements lie. Out: its value. The maps are the
 * prelude's. May use: {@code lower.statement}, {@code lower.library}, {@code lower.value}, {@code
 * core}, {@code library}, {@code source}, {@code typed}. Start at {@link
 * org.stanj.compiler.lower.transform.CompositeTransforms}.
 */
@NullMarked
package org.stanj.compiler.lower.transform;

import org.jspecify.annotations.NullMarked;
