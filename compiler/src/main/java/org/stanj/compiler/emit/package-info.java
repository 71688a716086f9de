/**
 * Class files from core programs, through ASM.
 *
 * <p>In: a {@link org.stanj.compiler.core.CoreProgram} without {@code target +=}. Out: class files
 * by binary name; the first extends {@link org.stanj.runtime.model.GeneratedModel}. Every core
 * function becomes a static method whose first parameter is the model and whose last is the
 * scratch, so that functions can be spread over classes; {@link
 * org.stanj.compiler.emit.MethodSplitting} keeps all of them below the size that HotSpot compiles.
 * A scalar is a JVM local; a container is an array, an offset and one int for each dimension. May
 * use: {@code core}, {@code runtime.model} and {@code stdlib.abi}. Start at {@link
 * org.stanj.compiler.emit.Emitter}.
 */
@NullMarked
package org.stanj.compiler.emit;

import org.jspecify.annotations.NullMarked;
