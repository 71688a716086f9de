/**
 * Answers requests for densities, gradients and values of one bound model, a JSON object on each
 * line. The protocol: {@code docs/serve.md}.
 *
 * <p>In: a model and lines of requests. Out: a line for each of them. May use: model, io, {@code
 * stdlib.abi}, {@code stdlib.random}, Jackson streaming. Start at {@link
 * org.stanj.runtime.serve.Session}.
 */
@NullMarked
package org.stanj.runtime.serve;

import org.jspecify.annotations.NullMarked;
