/**
 * What is known of core programs, in one place: whoever slices, vectorises or explains reads it
 * here.
 *
 * <p>In: a core function. Out: facts; nothing is changed but the notes on loops. May use: {@code
 * core}. Start at {@link org.stanj.compiler.analysis.Loops}; what passes answer to whoever asks for
 * an explanation is a {@link org.stanj.compiler.analysis.Finding}.
 */
@NullMarked
package org.stanj.compiler.analysis;

import org.jspecify.annotations.NullMarked;
