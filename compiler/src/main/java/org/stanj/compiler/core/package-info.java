/**
 * The core language: small, typed and structured. Everything between lowering and emission is a
 * function from core to core.
 *
 * <p>In: a typed program, through {@code lower}. Out: a {@link
 * org.stanj.compiler.core.CoreProgram}, which {@code emit} turns into class files and {@code
 * interpret} runs. May use: nothing of the other compiler packages; {@code stdlib.abi} for the
 * methods of callbacks. Start at {@link org.stanj.compiler.core.Stmt} and {@link
 * org.stanj.compiler.core.Expr}.
 */
@NullMarked
package org.stanj.compiler.core;

import org.jspecify.annotations.NullMarked;
