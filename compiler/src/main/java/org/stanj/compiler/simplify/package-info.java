/**
 * Passes from core to core that keep the meaning: exits, inlining, sums, invariants, dead code.
 *
 * <p>In: a core program from {@code lower} or {@code differentiate}. Out: a core program. May use:
 * {@code core}, {@code analysis}. Start at {@link org.stanj.compiler.simplify.Hoist}.
 */
@NullMarked
package org.stanj.compiler.simplify;

import org.jspecify.annotations.NullMarked;
