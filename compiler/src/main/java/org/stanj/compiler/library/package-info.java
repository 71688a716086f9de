/**
 * The library as the compiler sees it: the prelude's headers, attributes and texts.
 *
 * <p>In: the prelude resources of {@code stdlib}. Out: signatures for {@code check}, bodies and
 * derivatives for {@code lower}. May use: core (types of primitives and kernels). Start at {@link
 * org.stanj.compiler.library.Library}.
 */
@NullMarked
package org.stanj.compiler.library;

import org.jspecify.annotations.NullMarked;
