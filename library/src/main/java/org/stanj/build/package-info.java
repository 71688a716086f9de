/**
 * Compiles models at build time: class files, and for each model a Java source with typed data and
 * draws.
 *
 * <p>In: a folder of programs. Out: class files, and sources that name {@code org.stanj} alone. May
 * use: compiler, {@code compiler.typed}, {@code compiler.diagnostic}. Start at {@link
 * org.stanj.build.ModelBuild}; the Maven plugin and {@link org.stanj.build.Main} call it.
 */
@NullMarked
package org.stanj.build;

import org.jspecify.annotations.NullMarked;
