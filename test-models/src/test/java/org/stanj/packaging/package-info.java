/**
 * What users are handed: the jar that every model carries, checked as a file.
 *
 * <p>In: the files that the build made in phase {@code package}. Start at {@link
 * org.stanj.packaging.RuntimeJarTest}.
 */
@NullMarked
package org.stanj.packaging;

import org.jspecify.annotations.NullMarked;
