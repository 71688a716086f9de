/**
 * Packaging: a compiled program becomes a jar that runs alone, or a model in this process.
 *
 * <p>In: {@link org.stanj.compiler.CompiledProgram} and the prebuilt runtime jar. Out: {@code
 * m.jar} and beside it the executable {@code m}, or a loaded model. May use: the compiler's
 * entrance, {@code runtime.model}, {@code stdlib.random} (streams for transformed data). Start at
 * {@link org.stanj.compiler.jar.ModelJar}.
 *
 * <p>Source: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16 (zip records).
 */
@NullMarked
package org.stanj.compiler.jar;

import org.jspecify.annotations.NullMarked;
