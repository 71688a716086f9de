/**
 * What emitted code and the library share at run time.
 *
 * <p>In: nothing; this package has no dependencies. Out: the working memory of one evaluation
 * ({@link org.stanj.stdlib.abi.Scratch}), rejections, random streams, and the callback through
 * which slices of a sum reach threads and ranks. Emitted bytecode names only this package, {@code
 * org.stanj.runtime.model} and the Java methods that the prelude declares. Start at {@link
 * org.stanj.stdlib.abi.Scratch}.
 */
@NullMarked
package org.stanj.stdlib.abi;

import org.jspecify.annotations.NullMarked;
