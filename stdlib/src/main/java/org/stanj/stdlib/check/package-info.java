/**
 * Checks of arguments with Stan's messages.
 *
 * <p>In: a function name, an argument name, values. Out: nothing, or a {@link
 * org.stanj.stdlib.abi.RejectException}. May use: {@code abi}. Start at {@link
 * org.stanj.stdlib.check.Checks}.
 */
@NullMarked
package org.stanj.stdlib.check;

import org.jspecify.annotations.NullMarked;
