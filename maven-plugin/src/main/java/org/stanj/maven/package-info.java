/**
 * The Maven plugin: its goal {@code compile} makes classes of the Stan programs of a project.
 *
 * <p>In: a folder of programs. Out: class files and Java sources, which become a part of the
 * project. May use: {@code build} of the library. Start at {@link org.stanj.maven.CompileMojo}.
 */
@NullMarked
package org.stanj.maven;

import org.jspecify.annotations.NullMarked;
