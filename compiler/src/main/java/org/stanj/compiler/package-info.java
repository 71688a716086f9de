/**
 * The compiler: a Stan program comes in, class files go out.
 *
 * <p>In: a path and options. Out: {@link org.stanj.compiler.CompiledProgram}, or a diagnostic. May
 * use: every room of the compiler, and {@code runtime.model}. Each room is one step of the way.
 * Start at {@link org.stanj.compiler.StanCompiler}.
 */
@NullMarked
package org.stanj.compiler;

import org.jspecify.annotations.NullMarked;
