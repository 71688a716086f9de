/**
 * A slow, obviously right interpreter of the core language: the oracle of every pass and of the
 * emitter.
 *
 * <p>In: a {@link org.stanj.compiler.core.CoreProgram}. Out: values of its functions, or a {@link
 * org.stanj.runtime.model.Model}. It checks what emitted code takes for granted (indices, sizes,
 * use after the end of a region). May use: {@code core}, {@code runtime.model}, {@code stdlib.abi}.
 * Start at {@link org.stanj.compiler.interpret.Interpreter}.
 */
@NullMarked
package org.stanj.compiler.interpret;

import org.jspecify.annotations.NullMarked;
